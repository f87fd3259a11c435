for i in 0..<2.5 { let n: Int = i }
