let name = "Ada", age = 36
print("\(name) is \(age), next year \(age + 1)")
print("nested: \("inner \(name.count)")")
print("tuple \((1, "x")) array \([1, 2]) optional \(Optional(3) as Any) nil \(nil as Int? as Any)")
print("""
  Table:
    \(name)\tend
  quote " and "" and \"""
  """)
print(#"raw \(name) \#(name)"#)
print("sum = \([1, 2, 3].reduce(0) { $0 + $1 })")
print("ternary \(age > 30 ? "old" : "young")")
let multi = """
  line 1 \
  continued
  line 2
  """
print(multi, multi.count)
