var name: String = "Ann"
name = nil
let x: Int = nil
