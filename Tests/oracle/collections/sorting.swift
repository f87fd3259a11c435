struct Person { var name: String; var age: Int }
let people = [Person(name: "Bo", age: 30), Person(name: "Al", age: 25), Person(name: "Cy", age: 30)]
print(people.sorted { $0.age < $1.age }.map(\.name))
print(people.sorted { ($0.age, $0.name) < ($1.age, $1.name) }.map(\.name))
print(people.sorted { a, b in a.age != b.age ? a.age > b.age : a.name < b.name }.map { "\($0.name)\($0.age)" })
var xs = [3, 1, 2]
xs.sort { $0 > $1 }
print(xs, xs.sorted(), ["b", "A", "c"].sorted { $0.lowercased() < $1.lowercased() })
func quicksort<T: Comparable>(_ a: [T]) -> [T] {
  guard let pivot = a.first else { return [] }
  let rest = a.dropFirst()
  return quicksort(rest.filter { $0 < pivot }) + [pivot] + quicksort(rest.filter { $0 >= pivot })
}
print(quicksort([3, 6, 1, 8, 2, 9, 2]), quicksort(["d", "a", "c"]))
func mergeSort(_ a: [Int]) -> [Int] {
  if a.count < 2 { return a }
  let m = a.count / 2
  var l = mergeSort(Array(a[..<m]))[...], r = mergeSort(Array(a[m...]))[...], out: [Int] = []
  while let x = l.first, let y = r.first { if x <= y { out.append(l.removeFirst()) } else { out.append(r.removeFirst()) } }
  return out + l + r
}
print(mergeSort([5, 4, 3, 9, 1]))
