let m = Int.min
print(-m)
