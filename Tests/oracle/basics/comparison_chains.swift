print(max(3, 7, 5), min(2.5, 1.5), max("a", "b"))
print((1, "b") < (1, "c"), (2, 1) > (1, 9), (1, 2, 3) == (1, 2, 3))
print("apple" < "banana", "Zebra" < "apple", "a" < "aa")
print([1, 2, 3].lexicographicallyPrecedes([1, 3]), [3] == [3])
let range = 1...10
print(range ~= 5, range.contains(11), (1..<1).isEmpty)
switch 42 {
case ..<0: print("negative")
case 0..<50: print("small")
default: print("large")
}
