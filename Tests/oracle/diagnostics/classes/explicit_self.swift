class Timer2 { var handlers: [() -> Void] = []; func add(_ f: @escaping () -> Void) { handlers.append(f) } }
class Owner { let t = Timer2(); var n = 0; func tick() { n += 1 }
  func ok() { t.add { [self] in tick() }; t.add { self.tick() }; t.add { [weak self] in self?.tick() }; [1].forEach { _ in tick() }; let f = { self.n += 1 }; f() }
  func bad() { t.add { tick() } } }
