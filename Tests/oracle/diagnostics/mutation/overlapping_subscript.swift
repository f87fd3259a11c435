struct M { subscript(i: Int, j: Int) -> Int { get { 0 } set {} } }
var m = M()
swap(&m[0, 1], &m[1, 0])
