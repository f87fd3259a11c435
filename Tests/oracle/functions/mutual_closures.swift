var even: (Int) -> Bool = { _ in true }
let odd: (Int) -> Bool = { n in n == 0 ? false : even(n - 1) }
even = { n in n == 0 ? true : odd(n - 1) }
print(even(10), odd(7), even(3))
var handlers: [String: (String) -> String] = [:]
handlers["up"] = { $0.uppercased() }
handlers["twice"] = { handlers["up"]!($0) + $0 }
print(handlers["twice"]!("a"), handlers["none"]?("x") as Any)
