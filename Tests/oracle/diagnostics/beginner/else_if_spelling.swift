let x = 3
if x > 3 { print("more") } elseif x < 3 { print("less") }
