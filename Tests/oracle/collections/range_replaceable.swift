struct SortedList<Element: Comparable>: RandomAccessCollection, RangeReplaceableCollection, CustomStringConvertible {
  private var items: [Element] = []
  init() {}
  var startIndex: Int { items.startIndex }
  var endIndex: Int { items.endIndex }
  subscript(i: Int) -> Element { items[i] }
  mutating func replaceSubrange<C: Collection>(_ range: Range<Int>, with new: C) where C.Element == Element {
    items.replaceSubrange(range, with: new)
    items.sort()
  }
  var description: String { items.description }
}
var list = SortedList([5, 3, 9])
list.append(4)
list.append(contentsOf: [1, 7])
list.insert(6, at: 0)
print(list, list.count, list.first!, list.contains(7))
list.remove(at: 0)
list.removeFirst(2)
list.removeLast()
print(list, list + [2], list.filter { $0 > 5 })
list += [0, 100]
list.removeAll { $0 == 100 }
print(list, list.popLast() ?? -1, list)
list.removeSubrange(0..<1)
print(list, Array(list.map { $0 * 2 }))
list.removeAll()
print(list.isEmpty, SortedList(repeating: 2, count: 3))

func appendTwice<C: RangeReplaceableCollection>(_ c: inout C, _ e: C.Element) {
  c.append(e)
  c.append(e)
}
var text = "ab"
appendTwice(&text, "!")
var array = [1]
appendTwice(&array, 2)
var slice = array[1...]
appendTwice(&slice, 3)
print(text, array, slice)
extension RangeReplaceableCollection where Element: Equatable {
  @discardableResult
  mutating func removeEvery(_ element: Element) -> Int {
    let before = count
    removeAll { $0 == element }
    return before - count
  }
}
print(array.removeEvery(2), array, text.removeEvery("!"), text)
