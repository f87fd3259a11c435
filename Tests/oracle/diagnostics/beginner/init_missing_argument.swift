struct Point { var x: Int; var y: Int }
let p = Point(x: 1)
let q = Point(x: 1, y: 2, z: 3)
let r = Point(1, 2)
