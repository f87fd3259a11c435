let x: Strng = "a"
