var total = 0
for i in 0..<1000 {
  for j in 0..<10000 { total += i ^ j }
}
print(total)
