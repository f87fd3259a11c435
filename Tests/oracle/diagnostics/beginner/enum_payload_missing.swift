enum Shape { case circle(radius: Double), square }
let s = Shape.circle
let t: Shape = .circle(2.0)
let u: Shape = .square(3)
