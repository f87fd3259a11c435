var a = [Int]()
print(a.popLast() as Any)
a.removeFirst()
