enum Token: Equatable { case num(Int), op(Character), paren(Bool) }
func lex(_ s: String) -> [Token] { s.compactMap { c in switch c { case "0"..."9": .num(c.wholeNumberValue!); case "+", "*": .op(c); case "(": .paren(true); case ")": .paren(false); default: nil } } }
print(lex("(1 + 2)*3"))
for t in lex("7+(") { switch t { case .num(let n) where n > 5: print("big"); case .num: print("small"); case .op("+"): print("plus"); case .op: print("op"); case .paren(let open): print(open ? "open" : "close") } }
