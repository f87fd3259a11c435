struct Node { var value: Int; var children: [Node] = [] }
var root = Node(value: 1, children: [Node(value: 2), Node(value: 3)])
var copy = root
copy.children[0].value = 99
copy.children.append(Node(value: 4))
print(root.children.map(\.value), copy.children.map(\.value))
func bump(_ n: inout Node) { n.value += 1; for i in n.children.indices { bump(&n.children[i]) } }
bump(&root)
print(root.value, root.children.map(\.value))
class Box { var items = [1] }
struct Wrapper { let box = Box(); var tag = "a" }
let w1 = Wrapper()
var w2 = w1
w2.box.items.append(2)
w2.tag = "b"
print(w1.box.items, w1.tag, w2.tag, w1.box === w2.box)
var array = [[1], [2]]
for var inner in array { inner.append(0) }
for i in array.indices { array[i].append(i) }
print(array)
let frozen = array
array[0][0] = 100
print(frozen[0][0], array[0][0])
var t = (a: [1], b: "x")
t.a += [2]
let u = t
t.b = "y"
print(t, u)
