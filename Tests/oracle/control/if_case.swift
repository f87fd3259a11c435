enum State { case idle, running(speed: Int), done(Result<Int, E>) }
enum E: Error { case broken }
let states: [State] = [.idle, .running(speed: 3), .done(.success(7)), .done(.failure(.broken))]
for s in states {
  if case .running(let v) = s, v > 2 { print("fast", v) } else if case .done(.success(let n)) = s { print("done", n) } else if case .done(.failure) = s { print("failed") } else { print("idle") }
}
print(states.filter { if case .done = $0 { true } else { false } }.count)
