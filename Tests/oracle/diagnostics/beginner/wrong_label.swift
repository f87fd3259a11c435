func greet(person name: String, times: Int) {
  for _ in 0..<times { print("Hello, \(name)") }
}
greet(name: "Ann", times: 2)
