class Node { var value: Int; var next: Node?; init(_ v: Int, _ n: Node? = nil) { value = v; next = n }; func double() -> Int { value * 2 } }
let list: Node? = Node(1, Node(2))
print(list?.next?.value as Any, list?.next?.next?.value as Any, list?.next?.double() as Any)
list?.next?.value = 20
list?.next?.next = Node(3)
print(list!.next!.value, list?.next?.next?.value ?? -1)
let names: [String: [String]]? = ["a": ["x", "y"]]
print(names?["a"]?.first?.uppercased() as Any, names?["b"]?.count as Any, names?.count ?? 0)
var maybe: [Int]? = [1]
maybe?.append(2)
print(maybe as Any, (nil as [Int]?)?.count as Any)
