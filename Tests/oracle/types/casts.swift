class Shape { func area() -> Double { 0 } }
class Circle: Shape { let r: Double; init(_ r: Double) { self.r = r }; override func area() -> Double { 3 * r * r } }
class Square: Shape { let s: Double; init(_ s: Double) { self.s = s }; override func area() -> Double { s * s } }
let shapes: [Shape] = [Circle(1), Square(2), Shape()]
for s in shapes {
  if let c = s as? Circle { print("circle", c.r) } else if let q = s as? Square { print("square", q.s) } else { print("shape", s.area()) }
}
print((shapes[0] as! Circle).r, shapes[1] is Circle, shapes.map { $0 is Square })
print(1 as Double, (1 as Any) as? Double as Any, 3 as Int?, [1, 2] as [Double])
let up = Circle(2) as Shape
print(up.area(), type(of: up), up as? Square == nil)
let dict: [String: Any] = ["n": 1, "xs": [1, 2], "d": ["k": "v"]]
print((dict["xs"] as? [Int])?.last as Any, (dict["d"] as? [String: String])?["k"] ?? "-", dict["n"] as? String ?? "not a string")
let optional: Any? = 3
print(optional as? Int as Any, (optional as? String) as Any)
let errors: [Error] = [E.a, F()]
enum E: Error { case a }
struct F: Error {}
print(errors.map { $0 is E }, (errors[0] as? E) == .a)
