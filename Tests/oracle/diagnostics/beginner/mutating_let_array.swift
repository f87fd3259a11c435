let items = [1, 2, 3]
items.append(4)
items[0] = 5
print(items)
