let answer = "5"
if answer == 5 { print("right") }
