// Texts put together piece by piece: what is appended may be the string itself, and each part is evaluated in its turn.
var log: [String] = []
func note(_ text: String) -> String {
  log.append(text)
  return text
}
func number(_ value: Int) -> Int {
  log.append("number \(value)")
  return value
}

var s = "ab"
s += s
print(s)
s += "-\(s)"
print(s)
s += "\(s.count)|\(s)\(s)"
print(s)
s = s + s.prefix(2) + "end"
print(s, s.count)
s.append("!")
s.append(Character("é"))
s.append(contentsOf: "xyz")
print(s, s.count, s.utf8.count)

let copy = s
s += " changed"
print(copy == s, copy.hasSuffix("xyz"), s.hasSuffix("changed"))

struct Person {
  var name: String
  let born: Int
  mutating func double() { name += "\(name)/\(name)" }
}
var person = Person(name: "Ada", born: 1815)
person.name += " (\(person.name), \(person.born))"
person.double()
print(person.name)

final class Document {
  var title = "T"
  let mark = "#"
  var parts: [String] = ["one", "two"]
}
let document = Document()
document.title += document.mark + document.title + "\(document.parts.count)"
document.parts[number(1)] += note("<") + document.parts[number(0)] + note(">")
print(document.title, document.parts, log)
log = []

func change(_ text: inout String, _ other: String) { text += other + text + "\(other.count)" }
var shared = "base"
change(&shared, shared)
print(shared)
var nested = ["k": "v"]
nested["k"]! += "\(nested["k"]!)+"
nested["new", default: "d"] += "e\(1)"
print(nested["k"]!, nested["new"]!)

var observed = "" {
  didSet { log.append("\(oldValue)→\(observed)") }
}
observed += "a" + "b"
observed += "\(observed)c"
print(log)

print("" + "", "a" + "", "" + "b", "\("")", "\("in")" + "out")
print("\(1)\(-2)\(UInt8.max)\(UInt64.max)\(Int.min)\(Int.max)")
print("\(1.5) \(Float(0.1)) \(true) \(false) \(Character("z")) \("🇩🇪" as Character) \(-0.0) \(Double.infinity)")
print(String(0) + String(-7) + String(UInt.max) + String(2.5) + String(true) + String("q" as Character) + String("text"))
print("a" + String(1) + "b" + String(2) + "c" + String(3))
let chain = note("1") + note("2") + note("3") + String(number(4))
print(chain, log)

var long = ""
for i in 0..<40 { long += "\(i)," }
print(long, long.count)
let parts = long.split(separator: ",").map { String($0) + "." }
print(parts.joined(), parts.count)
var closed = "c"
let add = { (n: Int) in closed += "\(n)\(closed)" }
add(1)
add(2)
print(closed)

let lines = "a\r\nb\nc\r\n"
print(lines.count, lines.utf8.count, lines.map { $0.isNewline }, lines.unicodeScalars.count)
for (index, character) in lines.enumerated() where character == "\r\n" { print(index, terminator: " ") }
print()
let second = lines.unicodeScalars.index(after: lines.unicodeScalars.startIndex)
print(lines.unicodeScalars[second] == "\r", lines[lines.index(after: lines.startIndex)] == "\r\n")
let words = ["e\u{301}", "é", "K", "\u{212A}", ";", "\u{37E}", "`", "\u{1FEF}", "a", "A", "🇩🇪", "\r\n"]
for left in words {
  let l = Character(left)
  print(words.map { Character($0) == l ? "=" : l < Character($0) ? "<" : ">" }.joined(), words.map { $0 == left ? "=" : left < $0 ? "<" : ">" }.joined())
}
for text in ["", "plain", "naïve", "e\u{301}", "🇩🇪🇫🇷", "tab\tend", "\r\n", "\r", "\n\r"] {
  print(text.count, text.isEmpty, text.utf8.count, text.first.map { $0.unicodeScalars.count } ?? 0, String(text.reversed()).count)
}
struct Celsius: LosslessStringConvertible {
  var degrees: Int
  init?(_ description: String) {
    guard let value = Int(description.dropLast(2)) else { return nil }
    degrees = value
  }
  var description: String { "\(degrees)°C" }
}
print(String(Celsius("21°C")!), "\(Celsius("4°C")!)", String(describing: Celsius("3°C")!), [Celsius("2°C")!])
