func show(_ x: Int) -> String { "int \(x)" }
print(show(1))
//---
func show(_ x: String) -> String { "string \(x)" }
print(show(2), show("two"))
//---
func show(_ x: Int) -> String { "another int \(x)" }
print(show(3), show("three"))
