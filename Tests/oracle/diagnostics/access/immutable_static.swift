struct A { static let x = 1 }
A.x = 2
