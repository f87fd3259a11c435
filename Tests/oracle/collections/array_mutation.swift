var xs = [5, 3, 8]
xs.append(1)
xs += [9, 2]
xs.insert(7, at: 1)
xs.append(contentsOf: 10...11)
print(xs, xs.count, xs.first!, xs.last!)
print(xs.remove(at: 2), xs.removeFirst(), xs.removeLast(), xs.popLast() as Any, xs)
xs.swapAt(0, 2)
xs.sort()
print(xs)
xs.sort(by: >)
xs.reverse()
xs[1] = 100
xs[0] += 1
xs.replaceSubrange(1...2, with: [0, 0, 0])
print(xs)
xs.removeAll { $0 == 0 }
print(xs, xs.isEmpty)
xs.removeSubrange(0..<1)
xs.removeAll()
print(xs, xs.isEmpty, xs.first as Any, xs.popLast() as Any)
