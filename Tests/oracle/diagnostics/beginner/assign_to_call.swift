struct S { var x = 1 }
S().x = 2
