func make(_ n: Int) -> [Int] {
  var xs: [Int] = []
  var seed = 42
  for _ in 0..<n {
    seed = (seed * 16807 + 12345) % 2147483648
    xs.append(seed)
  }
  return xs
}

func quicksort(_ a: inout [Int], _ low: Int, _ high: Int) {
  var lo = low
  var hi = high
  while lo < hi {
    let p = a[(lo + hi) / 2]
    var i = lo
    var j = hi
    while i <= j {
      while a[i] < p { i += 1 }
      while a[j] > p { j -= 1 }
      if i <= j {
        let t = a[i]
        a[i] = a[j]
        a[j] = t
        i += 1
        j -= 1
      }
    }
    if j - lo < hi - i {
      quicksort(&a, lo, j)
      lo = i
    } else {
      quicksort(&a, i, hi)
      hi = j
    }
  }
}
var a = make(100000)
quicksort(&a, 0, a.count - 1)
print(a[0], a[50000], a[99999])
