class Node {
  let name: String
  var next: Node?
  init(_ name: String) { self.name = name }
  deinit { print("\(name) ends") }
}
var a: Node? = Node("a")
a?.next = Node("b")
//---
weak var watcher = a?.next
print(watcher?.name ?? "gone")
//---
a = nil
print(watcher?.name ?? "gone")
//---
class Node { var value = 3 }
let n = Node()
n.value += 1
n.value
