else { print(1) }
