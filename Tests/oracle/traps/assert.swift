let ok = false
assert(ok, "not ok")
