let a = """
  one
    two
  three\
   joined
  """
print(a)
let q = """
  "quoted" \("inter" + "polated")
  \tTab
  """
print(q, q.split(separator: "\n").count)
let r = #"""
  raw \n \#(1 + 1)
  """#
print(r)
print("""

  """.isEmpty)
