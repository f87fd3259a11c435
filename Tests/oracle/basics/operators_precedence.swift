print(2 + 3 * 4 - 6 / 2, (2 + 3) * 4, 2 * 3 % 4, -2 - -3)
print(1 + 2 == 3 && 4 > 3 || false)
print(1...3 ~= 2, nil ?? 5, 1 << 2 + 1)
let o: Int? = nil
print(o ?? 1 + 2)
print(10 - 3 - 2, 2 - 3 + 4)
print(!true || true, -3.magnitude)
