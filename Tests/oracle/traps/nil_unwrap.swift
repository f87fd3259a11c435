let s: Int? = nil
print(s!)
