struct Node { var next: [Node] = []; var name: String? = nil }
let n = Node(next: [Node(name: "x"), Node()])
print(n.next.first!.name!)
print(n.next.last!.name!)
