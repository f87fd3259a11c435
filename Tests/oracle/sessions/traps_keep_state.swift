var items = [1, 2, 3]
var total = 0
func add(_ n: Int) { total += n }
//---
for i in 0...5 {
  add(items[i])
  items[i] *= 10
}
//---
print(items, total)
//---
let missing: Int? = nil
items.append(4)
print(missing!)
//---
print(items, missing as Any)
//---
total += Int.max
//---
print(total)
