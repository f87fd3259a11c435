let xs = [5, 3, 8, 1, 9]
print(xs.prefix(2), xs.prefix(99), xs.suffix(2), xs.dropFirst(), xs.dropLast(2), xs.prefix(while: { $0 > 2 }), xs.drop(while: { $0 != 8 }))
print(xs.prefix(upTo: 2), xs.suffix(from: 3), xs.prefix(through: 1), xs.first!, xs.last!, xs.split(separator: 8).map { Array($0) })
