print(0b1011, 0o17, 0xFF, 1_000, 0x1p-2, 1.25e2, 1e-3)
let a: UInt8 = 0xFF, b: Float = 3, c: Double = 1_0.5, d: Character = "z", e: Set<Int> = [1], f: [String: [Int]] = ["k": []]
print(a, b, c, d, e, f)
print(#line, #function, [1, 2, 3,], (1), ((2)))
let m = """
  a "quoted" \
  joined
    indented \(1 + 1)

  end\n
  """
print(m)
print(#"\(raw)"#, ##"a"#b"##, "\u{48}\u{69}", "\'\"\\\0".count)
let x = -5, y = +3, z: Int = 2
print(x, y, z, -x, 3 - (-2), -2.5.magnitude, (-2.5).magnitude)
