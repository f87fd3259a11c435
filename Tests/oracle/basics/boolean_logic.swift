func log(_ b: Bool, _ s: String) -> Bool { print(s, terminator: " "); return b }
print(log(false, "a") && log(true, "b"))
print(log(true, "c") || log(false, "d"))
print(!true, true != false, [true, false].contains(true))
var flag = false
flag.toggle()
print(flag, flag ? 1 : 0, Bool.random() || true)
