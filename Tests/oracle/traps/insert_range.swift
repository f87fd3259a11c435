var a = [1]
a.insert(5, at: 3)
