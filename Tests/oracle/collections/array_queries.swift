let xs = [4, 8, 15, 16, 23, 42]
print(xs.contains(15), xs.firstIndex(of: 16) as Any, xs.firstIndex { $0 > 20 } as Any, xs.lastIndex(of: 1) as Any)
print(xs.min()!, xs.max()!, xs.max { $0 % 10 < $1 % 10 }!, xs.first { $0 % 2 == 1 } as Any)
print(xs.allSatisfy { $0 > 3 }, xs.contains { $0 > 40 }, xs.count { $0 % 2 == 0 })
print(xs.prefix(2), xs.suffix(2), xs.dropFirst(4), xs.prefix { $0 < 16 }, xs.drop { $0 < 16 })
var ys = xs
let pivot = ys.partition(by: { $0 > 15 })
print(pivot, ys, xs.starts(with: [4, 8]), xs.elementsEqual(xs))
print(xs[1...3], xs[..<2], xs[4...], xs.indices, xs.endIndex)
print(xs.reversed() as [Int], xs.enumerated().map { $0.offset * $0.element })
extension Array {
  func partition(_ test: (Element) -> Bool) -> ([Element], [Element]) { (filter(test), filter { !test($0) }) }
}
