var a = [Int]()
a.removeLast()
