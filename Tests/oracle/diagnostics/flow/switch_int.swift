let n = 3
switch n {
case 1: print("one")
}
