func t(_ n: Int) -> Bool { print("t\(n)", terminator: " "); return true }
func f(_ n: Int) -> Bool { print("f\(n)", terminator: " "); return false }
print(t(1) && f(2) || t(3))
print(f(1) || f(2) && t(3))
if f(1), t(2) { print("no") } else { print("stopped") }
let x = f(1) ? t(2) : t(3)
print(x)
