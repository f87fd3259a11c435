func pipe<T>(_ fs: ((T) -> T)...) -> (T) -> T { { x in fs.reduce(x) { $1($0) } } }
print(pipe({ $0 + 1 }, { $0 * 2 }, { $0 - 3 })(5), pipe<String>({ $0 + "!" }, { $0.uppercased() })("hi"), pipe()(7))
infix operator |>: AdditionPrecedence
func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }
print(5 |> { $0 * 2 } |> { "n\($0)" }, [3, 1, 2] |> { $0.sorted() } |> { $0.map(String.init) } |> { $0.joined(separator: "<") })
