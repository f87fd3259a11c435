struct Missing: Error { let key: String }
func fetch(_ k: String, from d: [String: Int]) throws -> Int { guard let v = d[k] else { throw Missing(key: k) }; return v }
func first(_ keys: [String], in d: [String: Int]) -> Result<Int, Missing> { var last = Missing(key: ""); for k in keys { do { return .success(try fetch(k, from: d)) } catch let e as Missing { last = e } catch {} }; return .failure(last) }
print(first(["x", "b"], in: ["b": 2]), first(["x"], in: [:]))
print((try? fetch("a", from: [:])) ?? (try? fetch("b", from: ["b": 5])) ?? -1)
