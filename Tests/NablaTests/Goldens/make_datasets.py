#!/usr/bin/env python3
"""Encodes the data sets that are shipped: make_datasets.py DATA, where DATA is sklearn/datasets/data."""
import csv
import gzip
import os
import sys

folder = os.path.join(os.path.dirname(__file__), '../../../Sources/Nabla/Data')
base = sys.argv[1] + '/'
rows=list(csv.reader(open(base+'iris.csv')))
head,rows=rows[0],rows[1:]
out='''// Data, encoded by Tests/NablaTests/Goldens/make_datasets.py from the copy in scikit-learn 1.9.1.

/// Fisher's iris data: 150 flowers of 3 kinds, 4 lengths in centimetres each.
///
/// R. A. Fisher, "The use of multiple measurements in taxonomic problems" (1936); UCI Machine Learning Repository,
/// Creative Commons Attribution 4.0.
enum IrisData {
  /// A line for each flower: four lengths in millimetres, and the kind.
  static let text = """
'''
for r in rows:
    v=[str(round(float(x)*10)) for x in r[:4]]+[r[4]]
    out+='    '+' '.join(v)+'\n'
out+='    """\n}\n'
open(folder + '/IrisData.swift','w').write(out)
rows=list(csv.reader(gzip.open(base+'digits.csv.gz','rt')))
out='''// Data, encoded by Tests/NablaTests/Goldens/make_datasets.py from the copy in scikit-learn 1.9.1.

/// Handwritten digits: 1797 pictures of 8 × 8 points, each of a darkness from 0 to 16.
///
/// E. Alpaydin and C. Kaynak, "Optical recognition of handwritten digits" (1998); UCI Machine Learning Repository,
/// Creative Commons Attribution 4.0.
enum DigitsData {
  /// A line for each picture: its points row by row as letters (A is 0, Q is 16), and the digit.
  static let text = """
'''
assert len(rows)==1797
for r in rows:
    v=[int(float(x)) for x in r]
    out+='    '+''.join(chr(65+x) for x in v[:64])+str(v[64])+'\n'
out+='    """\n}\n'
open(folder + '/DigitsData.swift','w').write(out)
