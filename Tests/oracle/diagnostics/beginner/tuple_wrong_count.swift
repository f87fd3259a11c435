let (a, b) = (1, 2, 3)
let pair: (Int, String) = (1, 2)
