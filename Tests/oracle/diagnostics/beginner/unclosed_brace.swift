func f() {
  if true {
    print("yes")
}
f()
