enum E { case a, b, a }
func f() {}
func f() {}
struct S { var x = 1; var x = 2 }
