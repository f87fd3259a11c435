struct Age { let v: Int; init?(_ v: Int) { guard v >= 0 else { return nil }; self.v = v } }
print(Age(3)?.v as Any, Age(-1)?.v as Any)
class Doc { let name: String; init?(name: String) { if name.isEmpty { return nil }; self.name = name } }
class Auto: Doc { override init?(name: String) { super.init(name: name + "!") } }
print(Doc(name: "")?.name ?? "nil", Auto(name: "x")?.name ?? "nil")
enum Unit: Character { case k = "K", c = "C" ; init?(s: String) { guard let f = s.first else { return nil }; self.init(rawValue: f) } }
print(Unit(s: "K") as Any, Unit(s: "x") as Any)
