let late: Int
let flag = [1, 2, 3].count > 2
if flag { late = 10 } else { late = 20 }
print(late)
func pick(_ n: Int) -> String {
  let word: String
  switch n {
  case 0: word = "zero"
  case 1: word = "one"
  default: word = "many"
  }
  return word
}
print(pick(0), pick(1), pick(9))
var count: Int
count = 5
count += 1
print(count)
