var grid = [[1, 2], [3, 4]]
swap(&grid[0], &grid[1])
