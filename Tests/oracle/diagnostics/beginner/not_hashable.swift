struct P { var x: Int }
var d: [P: Int] = [:]
let s: Set<P> = []
