enum A: Error { case x }
struct NotError {}
func f(_ n: Int) throws(NotError) -> Int { n }
