import Foundation
protocol AppError: Error { var code: Int { get } }
enum NetworkError: AppError { case timeout(seconds: Double), refused
  var code: Int { switch self { case .timeout: 408; case .refused: 503 } } }
struct ParseError: AppError, LocalizedError, Equatable {
  let line: Int
  var code: Int { 400 + line }
  var errorDescription: String? { "bad line \(line)" }
}
class BaseError: Error, CustomStringConvertible { var description: String { "base" } }
final class DeepError: BaseError { override var description: String { "deep" } }
func fail(_ n: Int) throws -> Int {
  switch n {
  case 0: throw NetworkError.timeout(seconds: 1.5)
  case 1: throw NetworkError.refused
  case 2: throw ParseError(line: 7)
  case 3: throw BaseError()
  case 4: throw DeepError()
  default: return n
  }
}
for n in 0...5 {
  do {
    print("value", try fail(n))
  } catch NetworkError.timeout(let s) where s > 1 {
    print("slow", s)
  } catch let error as ParseError {
    print(error.localizedDescription, error == ParseError(line: 7))
  } catch is DeepError {
    print("deep one")
  } catch let error as any AppError {
    print("app", error.code)
  } catch let e {
    print("other", e)
  }
}
func chain(_ n: Int) -> Result<Int, any Error> { Result { try fail(n) }.map { $0 * 10 } }
for n in [2, 5] {
  switch chain(n) {
  case .success(let v): print("ok", v)
  case .failure(let e as ParseError): print("parse", e.line)
  case .failure(let e): print("fail", e)
  }
}
print((try? fail(9)) ?? -1, (try? fail(1)) ?? -1, (try? chain(5).get()) as Any)
func cleanup(_ n: Int) throws -> String {
  defer { print("cleanup", n) }
  let v = try fail(n)
  defer { print("second", v) }
  return "got \(v)"
}
print((try? cleanup(1)) as Any)
print(try cleanup(6))
func rethrow<T>(_ body: () throws -> T) rethrows -> T { do { return try body() } catch { print("seen", error); throw error } }
print(rethrow { 3 })
do { _ = try rethrow { try fail(0) } } catch { print((error as? any AppError)?.code ?? 0) }
let results = (0...6).map { n in Result { try fail(n) } }
print(results.compactMap { try? $0.get() }, results.filter { if case .failure = $0 { true } else { false } }.count)
do { try [5, 6, 1, 7].forEach { print(try fail($0), terminator: " ") } } catch { print("stopped by", error) }
do { throw DeepError() } catch let e as BaseError { print(e, type(of: e)) }
let mapped = results[2].mapError { ($0 as? ParseError)?.line == 7 ? NetworkError.refused : NetworkError.timeout(seconds: 0) }
print(mapped, results[5].flatMap { $0 > 3 ? .success("big") : .failure(BaseError()) })
