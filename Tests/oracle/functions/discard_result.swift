@discardableResult func push(_ x: Int) -> Int { stack.append(x); return stack.count }
var stack: [Int] = []
push(1); push(2)
let n = push(3)
_ = push(4)
print(n, stack)
