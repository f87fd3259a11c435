let xs = [3, 6, 9, 6]
print(xs.contains(6), xs.firstIndex(of: 6)!, xs.lastIndex(of: 6)!, xs.firstIndex(of: 7) as Any, xs.first { $0 > 5 }!, xs.last { $0 < 5 }!, xs.lastIndex { $0 == 9 }!)
print(xs.indices.filter { xs[$0] == 6 }, xs.contains { $0.isMultiple(of: 5) }, !xs.isEmpty && xs[0] == 3)
