let a: Any = "s"
print(a as! Int)
