func greet(_ name: String, with greeting: String = "Hello", times: Int = 1) -> String {
  Array(repeating: "\(greeting), \(name)", count: times).joined(separator: "; ")
}
print(greet("Ann"))
print(greet("Bob", with: "Hi"))
print(greet("Cid", times: 2))
print(greet("Dee", with: "Yo", times: 3))
func area(width w: Double, height h: Double) -> Double { w * h }
print(area(width: 2, height: 3.5))
func log(_ items: Any..., prefix: String = ">") { print(prefix, items.count, items.map { "\($0)" }.joined(separator: ",")) }
log(1, "two", 3.0)
log(prefix: "#")
func ordered(a: Int = { print("default a"); return 1 }(), b: Int) -> Int { a + b }
print(ordered(b: 2), ordered(a: 5, b: 2))
