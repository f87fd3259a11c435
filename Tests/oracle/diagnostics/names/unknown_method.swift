struct P { var x = 1; func go() {} }
P().goo()
