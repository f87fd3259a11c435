let word = "a"
switch word {
case "a": print(1)
case "b": print(2)
}
