class A { var n = 0; var cb: (() -> Void)?
  func go() { cb = { n += 1 } } }
