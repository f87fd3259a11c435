var n: UInt = 2
while true { print(n); n -= 1 }
