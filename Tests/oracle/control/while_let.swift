var stack = [1, 2, 3]
while let top = stack.popLast() { print(top) }
var it = [5, 6].makeIterator()
while let x = it.next() { print(x) }
var s: Substring = "abc"
while let c = s.popFirst() { print(c) }
