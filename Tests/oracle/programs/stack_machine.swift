enum Op { case push(Int), add, mul, dup, swap, jz(Int), jmp(Int), dec, print }
struct VM { var stack: [Int] = [], pc = 0, steps = 0
  enum Fault: Error { case underflow(Op), tooLong }
  mutating func pop(_ op: Op) throws -> Int { guard let x = stack.popLast() else { throw Fault.underflow(op) }; return x }
  mutating func run(_ code: [Op]) throws { while pc < code.count { steps += 1; if steps > 200 { throw Fault.tooLong }; let op = code[pc]; pc += 1
    switch op { case .push(let v): stack.append(v); case .add: stack.append(try pop(op) + pop(op)); case .mul: let b = try pop(op), a = try pop(op); stack.append(a * b)
    case .dup: guard let t = stack.last else { throw Fault.underflow(op) }; stack.append(t); case .swap: let b = try pop(op), a = try pop(op); stack += [b, a]
    case .jz(let t): if try pop(op) == 0 { pc = t }; case .jmp(let t): pc = t; case .dec: stack[stack.count - 1] -= 1; case .print: print(stack.last ?? "empty") } } } }
var vm = VM(); try vm.run([.push(3), .push(4), .add, .print, .dup, .mul, .print]); print(vm.stack)
for code: [Op] in [[.add], [.jmp(0)], [.push(5), .dup, .jz(6), .dec, .jmp(1), .print, .print]] { var v = VM(); do { try v.run(code); print("done", v.steps) } catch { print("fault", error) } }
