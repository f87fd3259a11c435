struct Failure: Error, CustomStringConvertible { let step: Int; var description: String { "step \(step) failed" } }
func steps() throws { for i in 1...3 { print("step", i); if i == 2 { throw Failure(step: i) } } }
do { try steps() } catch { print("caught: \(error)") }
enum Plain: Error { case a(x: Int, y: String), b }
do { throw Plain.a(x: 1, y: "q") } catch { print(error) }
do { throw Plain.b } catch let e { print(e, type(of: e), e is Plain) }
