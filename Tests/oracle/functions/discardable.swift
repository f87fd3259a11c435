@discardableResult func push(_ x: Int) -> Int { print("push", x); return x }
push(1)
_ = push(2)
let _ = push(3)
