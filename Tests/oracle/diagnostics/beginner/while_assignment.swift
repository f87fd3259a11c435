var i = 0
while i {
  i += 1
}
