let b = true
switch b {
case true: print("t")
}
