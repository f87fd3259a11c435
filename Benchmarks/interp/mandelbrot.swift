func mandel(_ w: Int, _ h: Int, _ limit: Int) -> (Int, Int) {
  var inside = 0
  var total = 0
  for py in 0..<h {
    let y0 = Double(py) * 2.0 / Double(h) - 1.0
    for px in 0..<w {
      let x0 = Double(px) * 3.0 / Double(w) - 2.0
      var x = 0.0
      var y = 0.0
      var it = 0
      while it < limit && x * x + y * y <= 4.0 {
        let t = x * x - y * y + x0
        y = 2.0 * x * y + y0
        x = t
        it += 1
      }
      total += it
      if it == limit { inside += 1 }
    }
  }
  return (inside, total)
}
let (inside, total) = mandel(200, 200, 50)
print(inside, total)
