var numbers = Array(1...10)
let middle = numbers[3..<7]
print(middle, middle.startIndex, middle.endIndex, middle.count, middle.first!, middle.last!)
print(middle[3], middle.indices, Array(middle.enumerated()).map { "\($0.offset):\($0.element)" })
print(middle.dropFirst(), middle.dropLast(2), middle.prefix(2), middle.suffix(2), middle[4...], middle[..<5], middle[...4])
print(middle.map { $0 * 2 }, middle.filter { $0 % 2 == 0 }, middle.reduce(0, +), middle.contains(5), middle.max()!, middle.min()!)
print(middle.firstIndex(of: 6)!, middle.lastIndex { $0 < 6 }!, middle.reversed(), middle.sorted(by: >), middle.isEmpty)
print(middle == [4, 5, 6, 7], middle.elementsEqual(4...7), middle.starts(with: [4, 5]), middle + [8], [0] + middle)
var slice = numbers.suffix(4)
slice[6] = 70
slice.append(11)
slice.removeFirst()
slice.insert(99, at: slice.startIndex)
slice += [12, 13]
print(slice, slice.startIndex, numbers)
slice.swapAt(slice.startIndex, slice.endIndex - 1)
slice.sort()
print(slice, slice.popLast() ?? 0, slice.popFirst() ?? 0, slice)
slice.removeAll { $0 > 10 }
slice.reverse()
print(slice, slice.isEmpty)
numbers[2...4] = [30]
print(numbers)
numbers[..<2] = []
numbers[numbers.count...] = [100, 200]
print(numbers, numbers[...].count)
numbers[1..<3].sort(by: >)
numbers[0...2].reverse()
print(numbers)
numbers.replaceSubrange(0..<2, with: repeatElement(7, count: 3))
numbers.removeSubrange(4...)
numbers.removeSubrange(..<1)
print(numbers)
for i in numbers[1...].indices { numbers[i] += i }
print(numbers, numbers.prefix(upTo: 2), numbers.prefix(through: 1), numbers.suffix(from: 1))
func sum(_ values: ArraySlice<Int>) -> Int { values.isEmpty ? 0 : values.first! + sum(values.dropFirst()) }
print(sum(numbers[...]), sum([]), sum([1, 2, 3]))
let words = ["swift", "is", "fun"][1...]
print(words, words.joined(separator: "-"), words.map(\.count), "\(words)", String(describing: words), type(of: words))
let copy = ArraySlice(1...3)
print(copy, copy.hashValue == ArraySlice([1, 2, 3]).hashValue, Set([copy, [1, 2, 3]]).count)
