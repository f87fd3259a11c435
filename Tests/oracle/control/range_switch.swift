func describe(_ c: Character) -> String { switch c { case "a", "e", "i", "o", "u": "vowel"; case "a"..."z": "consonant"; case "0"..."9": "digit"; case _ where c.isWhitespace: "space"; default: "symbol" } }
print("hi 5!".map(describe))
func size(_ d: Double) -> String { switch d { case ..<0: "negative"; case 0: "zero"; case 0..<1: "fraction"; case 1...: "large"; default: "nan" } }
print([-1, 0, 0.5, 3, .nan].map(size))
func season(_ m: Int) -> String { switch m { case 12, 1, 2: "winter"; case 3...5: "spring"; case 6...8: "summer"; case 9...11: "autumn"; default: "?" } }
print((0...12).map(season).joined(separator: " "))
