let score = 10
score = 20
score += 1
print(score)
