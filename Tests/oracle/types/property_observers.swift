struct Score {
  var value: Int = 0 {
    willSet { print("will", value, "->", newValue) }
    didSet { if value > 10 { value = 10 }; print("did", oldValue, "->", value) }
  }
}
var s = Score()
s.value = 5
s.value += 20
class Model {
  var name: String { didSet { log.append("\(oldValue)>\(name)") } }
  var log: [String] = []
  init(name: String) { self.name = name; self.name = name + "!" }
}
let m = Model(name: "a")
m.name = "b"
m.name.append("c")
print(m.log)
class Sub: Model { override var name: String { didSet { log.append("sub") } } }
let sub = Sub(name: "x")
sub.name = "y"
print(sub.log)
var global = 1 { didSet { print("global", oldValue, global) } }
global = 2
func f() { var local = 1 { willSet { print("local", newValue) } }; local = 9; print(local) }
f()
