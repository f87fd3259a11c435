loop: for i in 0..<10 {
  switch i {
  case 3: continue loop
  case 6: break loop
  case let x where x % 2 == 0: print("even", x)
  default: break
  }
}
print("after")
