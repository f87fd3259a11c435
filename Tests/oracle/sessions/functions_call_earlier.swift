func helper() -> String { "first" }
func outer() -> String { "outer sees " + helper() }
print(outer())
//---
func helper() -> String { "second" }
print(outer(), "and now", helper())
//---
func outer() -> String { "new outer sees " + helper() }
print(outer())
