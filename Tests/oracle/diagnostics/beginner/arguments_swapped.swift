func area(w: Int, h: Int) -> Int { w * h }
print(area(h: 1, w: 2))
