struct Positive { let v: Int; init(_ v: Int) throws { guard v > 0 else { throw Bad.value(v) }; self.v = v } }
enum Bad: Error { case value(Int), index(Int) }
struct Safe { var xs: [Int]; subscript(i: Int) -> Int { get throws { guard xs.indices.contains(i) else { throw Bad.index(i) }; return xs[i] } }; var first: Int { get throws { try self[0] } } }
do { print(try Positive(3).v, try Safe(xs: [9])[0], try Safe(xs: [8]).first); _ = try Safe(xs: [])[2] } catch Bad.index(let i) { print("index", i) }
do { _ = try Positive(-1) } catch { print(error) }
print((try? Positive(0)) == nil ? "nil" : "some")
