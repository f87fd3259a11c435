let words = ["pear", "fig", "banana", "kiwi"]
print(words.max { $0.count < $1.count }!, words.min { $0.count < $1.count }!, words.max()!, words.min()!, [Int]().max() as Any)
print(words.enumerated().max { $0.element.count < $1.element.count }!.offset, [2.5, 1.5].min()!, (["a": 3, "b": 1] as [String: Int]).min { $0.value < $1.value }!.key)
