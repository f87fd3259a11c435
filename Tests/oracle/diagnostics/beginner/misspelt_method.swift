var numbers = [3, 1, 2]
numbers.apend(4)
print(numbers.cuont)
