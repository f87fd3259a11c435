struct S {
  let a: Int
  let b: Int
  init(a: Int) {
    self.a = a
    print(b)
    b = a + 1
  }
}
