struct P { var x = 1; func f() { x = 2 } }
