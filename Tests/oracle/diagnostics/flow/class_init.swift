class A {
  var x: Int
  init() {}
}
