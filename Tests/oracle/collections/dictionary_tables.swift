// Look-ups with keys of words and of strings: what is there, what is not, what ends when it is replaced.
final class Noisy {
  let name: String
  init(_ name: String) { self.name = name }
  deinit { print("end of \(name)") }
}
var objects: [String: Noisy] = ["a": Noisy("first")]
objects["a"] = Noisy("second")
print(objects["a"]?.name ?? "none", objects["b"]?.name ?? "none")
objects["a"] = nil
print(objects.count)
objects["a"] = Noisy("third")
let kept = objects
objects["a"] = Noisy("fourth")
print(kept["a"]!.name, objects["a"]!.name)
objects = [:]

var numbers: [Int: Double] = [:]
for i in -3...3 { numbers[i * 1000] = Double(i) / 2 }
numbers[0] = nil
numbers[7] = nil
numbers[1000]! += 10
numbers[5, default: 1] *= 3
numbers[5, default: 1] *= 3
print(numbers.count, numbers[0] ?? -1, numbers[1000]!, numbers[5]!, numbers[-3000]!)

var optional: [String: Int?] = ["x": nil, "y": 2]
optional["x"] = .some(nil)
optional["z"] = 4
optional["y"] = nil
print(optional.count, optional["x"] == .some(nil), optional["z"]! ?? 0, optional["y"] == nil)
var lists: [Character: [String]] = [:]
for word in ["apple", "avocado", "pear", "plum", "peach"] { lists[word.first!, default: []].append(word) }
lists["p"]?.removeFirst()
lists["q"]?.append("never")
print(lists["a"]!, lists["p"]!, lists["q"] ?? [])
var words: [String: Int] = [:]
for word in ["e\u{301}", "é", "K", "\u{212A}", "long enough not to be small", "long enough" + " not to be small"] {
  words[word, default: 0] += 1
}
print(words.count, words["é"]!, words["K"]!, words["long enough not to be small"]!)
var counts: [Bool: Int] = [true: 1]
counts[false, default: 10] -= 1
counts[true, default: 10] -= 1
print(counts[true]!, counts[false]!)

func changed(_ table: [String: Int]) -> [String: Int] {
  var copy = table
  copy["new"] = 1
  copy["old", default: 5] += 1
  return copy
}
let old = ["old": 2]
print(old.count, changed(old)["old"]!, changed([:])["old"]!)
struct Holder {
  var table: [Int: String] = [:]
  mutating func put(_ text: String, at key: Int) { table[key] = (table[key] ?? "") + text }
}
var holder = Holder()
for i in 0..<6 { holder.put("\(i)", at: i % 2) }
print(holder.table[0]!, holder.table[1]!)
var seen = Set<String>()
print(["a", "b", "a", "\u{e9}", "e\u{301}"].map { seen.insert($0).inserted }, seen.contains("b"), seen.contains("c"), Set([1, 2, 3]).contains(2))
var order: [String] = []
func key(_ text: String) -> String {
  order.append(text)
  return text
}
var nested = ["outer": ["inner": 1]]
nested[key("outer")]![key("inner")] = { order.append("value"); return 5 }()
nested[key("other"), default: [:]][key("inner")] = 6
print(nested["outer"]!["inner"]!, nested["other"]!["inner"]!, order)
