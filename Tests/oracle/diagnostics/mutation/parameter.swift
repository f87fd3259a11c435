func f(_ x: Int) { x = 2 }
