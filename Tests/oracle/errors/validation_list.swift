enum Problem: Error, Equatable { case short(Int), missing(Character), common }
func problems(_ p: String) -> [Problem] { var out: [Problem] = []; if p.count < 6 { out.append(.short(p.count)) }; for c in "!9" where !p.contains(c) { out.append(.missing(c)) }; if ["password"].contains(p) { out.append(.common) }; return out }
func validate(_ p: String) throws { if let first = problems(p).first { throw first } }
for p in ["abc", "password", "secret!9"] { do { try validate(p); print(p, "fine") } catch let e as Problem { print(p, e, problems(p).count) } }
