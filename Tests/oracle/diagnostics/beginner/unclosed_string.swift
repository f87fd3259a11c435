let name = "Ann
print(name)
