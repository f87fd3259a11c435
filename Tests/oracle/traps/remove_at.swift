var a = [1]
a.remove(at: 5)
