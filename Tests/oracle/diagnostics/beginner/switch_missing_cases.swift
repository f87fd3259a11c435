enum Direction { case north, south, east, west }
let d = Direction.east
switch d {
case .north: print("n")
case .south: print("s")
}
