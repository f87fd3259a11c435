var xs = Array(0..<10)
let middle = xs[3..<7]
print(middle, middle.startIndex, middle.endIndex, middle[3], middle.first!, middle.count)
print(Array(middle), middle.map { $0 * 2 }, middle.reduce(0, +), middle.dropFirst())
xs[3] = 99
print(middle[3], xs[3])
xs[0...2] = [7, 7]
print(xs)
var tail = xs[5...]
tail[5] = -1
print(tail, xs[5])
let half = xs[..<(xs.count / 2)]
print(half + [1], half.firstIndex(of: 99) as Any)
print(xs.prefix(3) == [7, 7, 99], xs.suffix(2), xs.split(separator: 99), xs.split { $0 > 8 }.count)
