class Model {
  class var table: String { "models" }
  static var registry: [String] = []
  class func describe() -> String { "\(self) in \(table) / \(Self.table)" }
  static func all(_ n: Int) -> [String] { (0..<n).map { "\(self.table)[\($0)] of \(Self.self)" } }
  required init() { Self.registry.append("\(Self.self)") }
  func copy() -> Self { let c = Self(); return c }
  func tableName() -> String { Self.table }
  class func create(_ f: (Model) -> Void) -> Self { let m = Self(); f(m); return m }
}
class User: Model {
  var name = "?"
  override class var table: String { "users" }
  override func copy() -> Self { let c = super.copy(); c.name = name + "'"; return c }
}
class Admin: User { override class var table: String { "admins<" + super.table + ">" } }
print(Model.describe()); print(User.describe()); print(Admin.describe())
print(User.all(2), Admin.all(1))
let u = User.create { ($0 as! User).name = "Ann" }
print(u.name, u.copy().name, u.tableName(), Admin().tableName())
let m: Model = Admin(); print(m.copy() is Admin, type(of: m).describe(), type(of: m.copy()))
print(Model.registry)
let t: Model.Type = User.self
print(t.create { _ in }.tableName(), t.describe(), t.init().tableName())
func make<T: Model>(_ t: T.Type) -> T { t.create { _ in } }
print(make(Admin.self).name, make(User.self).copy().copy().name)
