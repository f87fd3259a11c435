switch 3 {
case 1:
default: print("x")
}
