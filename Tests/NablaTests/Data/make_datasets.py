#!/usr/bin/env python3
"""Writes the data sets that Nabla carries as Swift sources, from the copies in scikit-learn (1.9.1).

Run with scikit-learn installed: python3 make_datasets.py SOURCES, where SOURCES is Sources/Nabla/Data/Datasets.
"""
import base64
import pathlib
import sys
import zlib

import numpy as np
from sklearn import datasets

out = pathlib.Path(sys.argv[1])
indent = "    "


def lines(text, width=112):
    return [text[i : i + width] for i in range(0, len(text), width)]


iris = datasets.load_iris()
millimetres = np.rint(iris.data * 10).astype(int)
assert (millimetres / 10 == iris.data).all() and (iris.target == np.repeat([0, 1, 2], 50)).all()
flowers = [" ".join(map(str, row)) for row in millimetres]
rows = [", ".join(flowers[i : i + 8]) for i in range(0, 150, 8)]
(out / "IrisMeasurements.swift").write_text(
    "// Written by Tests/NablaTests/Data/make_datasets.py; the source and its licence stand in docs/data.md.\n\n"
    "enum IrisMeasurements {\n"
    "  /// Sepal length and width, petal length and width in millimetres, flower by flower, 50 of each species.\n"
    '  static let millimetres: StaticString = """\n'
    + "".join(indent + row + ("," if i < len(rows) - 1 else "") + "\n" for i, row in enumerate(rows))
    + indent + '"""\n}\n'
)

digits = datasets.load_digits()
pixels = digits.data.astype(np.uint8)
assert (pixels == digits.data).all() and pixels.shape == (1797, 64)
packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
# Pixel by pixel over all pictures, which packs better than picture by picture.
packed = packer.compress(digits.target.astype(np.uint8).tobytes() + pixels.T.tobytes()) + packer.flush()
(out / "DigitsPictures.swift").write_text(
    "// Written by Tests/NablaTests/Data/make_datasets.py; the source and its licence stand in docs/data.md.\n\n"
    "enum DigitsPictures {\n"
    "  /// Deflated, in Base64: the 1,797 labels, then for each of the 64 pixels its value in every picture.\n"
    '  static let packed: StaticString = """\n'
    + "\\\n".join(indent + line for line in lines(base64.b64encode(packed).decode()))
    + "\n" + indent + '"""\n}\n'
)
