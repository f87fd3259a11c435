enum Light { case red, green }
func next(_ l: Light) -> Light { l == .red ? .green : .red }
let l = next(.red)
//---
switch l {
case .red: print("stop")
case .green: print("go")
}
//---
enum Light { case red, amber, green }
let m: Light = .amber
switch m {
case .red: print("stop")
case .green: print("go")
}
//---
switch m {
case .red, .amber: print("wait")
case .green: print("go")
}
print(next(l))
