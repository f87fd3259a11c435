import CKernels
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Kernels beside the formulas written out.
struct ValueTests {
  static let types: [NKType] = [.F32, .F64]

  private func close(_ type: NKType, _ got: [Double], _ want: [Double], _ what: String) {
    let tolerance = type == .F32 ? 2e-5 : 1e-12
    for (i, (g, w)) in zip(got, want).enumerated() where !(abs(g - w) <= tolerance * max(1, abs(w))) {
      Issue.record("\(what)[\(i)]: \(g), not \(w)")
      return
    }
    #expect(got.count == want.count)
  }

  /// Values that the type holds exactly.
  private func exact(_ type: NKType, _ count: Int, seed: Int = 1) -> [Double] {
    Floats(type, numbers(count, seed: seed, low: -1, high: 1)).values
  }

  @Test(arguments: types)
  func products(_ type: NKType) {
    for (m, n, k) in KernelCases.products {
      for (ta, tb, add, column) in [(0, 0, 0, 0), (1, 0, 1, 1), (0, 1, 1, 0), (1, 1, 0, 1)] as [(Int32, Int32, Int32, Int32)] {
        let (a, b, c) = (exact(type, m * k), exact(type, k * n, seed: 2), exact(type, m * n, seed: 3))
        let bias = exact(type, max(m, n), seed: 4)
        let result = Floats(type, c)
        nk_gemm(
          type, ta, tb, m, n, k, Floats(type, a).memory, ta == 0 ? k : m, Floats(type, b).memory, tb == 0 ? n : k,
          result.memory, n, add, Floats(type, bias).memory, column, Int32(NKUnary.relu.rawValue), 0, 0)
        var want: [Double] = []
        for i in 0..<m {
          for j in 0..<n {
            var sum = (add == 0 ? 0 : c[i * n + j]) + bias[column == 0 ? j : i]
            for l in 0..<k { sum += a[ta == 0 ? i * k + l : l * m + i] * b[tb == 0 ? l * n + j : j * k + l] }
            want.append(max(sum, 0))
          }
        }
        close(type, result.values, want, "gemm \((m, n, k))")
      }
    }
  }

  /// One output of a convolution needs no trick: a loop over the taps.
  @Test(arguments: types)
  func convolutions(_ type: NKType) {
    for (stride, padding, dilation, groups, kernel) in [
      (1, 1, 1, 1, 3), (2, 1, 1, 1, 3), (1, 2, 2, 2, 2), (1, 0, 1, 1, 1), (1, 0, 1, 4, 1),
    ] {
      var s = NKConvolution(
        batch: 9, channels: 4, height: 7, width: 6, filters: 8, kernel_height: kernel, kernel_width: kernel,
        stride_height: stride, stride_width: stride, padding_height: padding, padding_width: padding,
        dilation_height: dilation, dilation_width: dilation, groups: groups)
      let (h, w) = (nk_conv2d_height(&s), nk_conv2d_width(&s))
      let perGroup = 4 / groups
      let x = exact(type, 9 * 4 * 42), filter = exact(type, 8 * perGroup * kernel * kernel, seed: 2)
      let (bias, dy) = (exact(type, 8, seed: 3), exact(type, 9 * 8 * h * w, seed: 4))
      var y = [Double](repeating: 0, count: dy.count), dx = [Double](repeating: 0, count: x.count)
      var (dw, db) = ([Double](repeating: 0, count: filter.count), [Double](repeating: 0, count: 8))
      for (b, f, i, j) in all(9, 8, h, w) {
        let out = ((b * 8 + f) * h + i) * w + j
        y[out] = bias[f]
        db[f] += dy[out]
        for (c, u, v, _) in all(perGroup, kernel, kernel, 1) {
          let row = i * stride - padding + u * dilation, col = j * stride - padding + v * dilation
          guard (0..<7).contains(row), (0..<6).contains(col) else { continue }
          let at = ((b * 4 + f / (8 / groups) * perGroup + c) * 7 + row) * 6 + col
          let tap = ((f * perGroup + c) * kernel + u) * kernel + v
          y[out] += x[at] * filter[tap]
          dx[at] += dy[out] * filter[tap]
          dw[tap] += dy[out] * x[at]
        }
      }
      let (xs, ws, dys) = (Floats(type, x), Floats(type, filter), Floats(type, dy))
      let (ys, dxs, dws, dbs) = (Floats(type, y.count), Floats(type, x.count), Floats(type, dw.count), Floats(type, 8))
      nk_conv2d(type, &s, xs.memory, ws.memory, Floats(type, bias).memory, ys.memory)
      close(type, ys.values, y, "conv2d")
      for pass in 1...2 {
        nk_conv2d_backward_input(type, &s, ws.memory, dys.memory, dxs.memory, pass == 1 ? 0 : 1)
        nk_conv2d_backward_weight(
          type, &s, xs.memory, dys.memory, dws.memory, dbs.memory, pass == 1 ? 0 : 1)
        close(type, dxs.values, dx.map { Double(pass) * $0 }, "conv2d, gradient of the input")
        close(type, dws.values, dw.map { Double(pass) * $0 }, "conv2d, gradient of the filters")
        close(type, dbs.values, db.map { Double(pass) * $0 }, "conv2d, gradient of the bias")
      }
    }
  }

  private func all(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> [(Int, Int, Int, Int)] {
    (0..<(a * b * c * d)).map { ($0 / (b * c * d), $0 / (c * d) % b, $0 / d % c, $0 % d) }
  }

  @Test(arguments: types, KernelCases.reductions)
  func reductions(_ type: NKType, _ op: NKReduce) {
    for (outer, axis, inner) in KernelCases.volumes where axis < 10_000 {
      let x = exact(type, outer * axis * inner)
      let y = Floats(type, outer * inner)
      nk_reduce(op, type, outer, axis, inner, Floats(type, x).memory, y.memory, 0)
      var want: [Double] = []
      for o in 0..<outer {
        for i in 0..<inner {
          let line = (0..<axis).map { x[(o * axis + $0) * inner + i] }
          switch op {
          case .sum: want.append(line.reduce(0, +))
          case .mean: want.append(line.reduce(0, +) / Double(axis))
          case .prod: want.append(line.reduce(1, *))
          case .max: want.append(line.reduce(-.infinity, max))
          case .min: want.append(line.reduce(.infinity, min))
          case .sumSquares: want.append(line.reduce(0) { $0 + $1 * $1 })
          case .sumAbs: want.append(line.reduce(0) { $0 + abs($1) })
          case .logsumexp: want.append(log(line.reduce(0) { $0 + exp($1) }))
          @unknown default: Issue.record("no formula for \(op)")
          }
        }
      }
      close(type, y.values, want, "\(KernelCases.name(op)) \((outer, axis, inner))")
    }
  }

  /// The gradient of every elementwise operation beside a central difference of its value.
  @Test(arguments: KernelCases.unaries)
  func slopes(_ op: NKUnary) {
    // In the domain of each, off its kinks, and on both sides of them.
    let domain: [Double] =
      switch op {
      case .asin, .acos, .atanh: [-0.8, -0.3, 0.2, 0.71]
      case .acosh: [1.2, 2, 5.5]
      case .log, .log2, .log10, .sqrt, .rsqrt, .pow, .log1p: [0.3, 1.1, 4.2]
      default: [-4.3, -1.7, -0.6, -0.2, 0.3, 0.8, 1.1, 2.4, 6.7]
      }
    let steps: [NKUnary] = [.floor, .ceil, .round, .trunc, .sign]
    let step = 1e-6
    let x = Floats(.F64, domain), n = domain.count
    let (y, dy, dx) = (Floats(.F64, n), Floats(.F64, n), Floats(.F64, n))
    func value(_ shift: Double) -> [Double] {
      let (at, out) = (Floats(.F64, domain.map { $0 + shift }), Floats(.F64, n))
      nk_unary(op, .F64, n, at.memory, out.memory, 0.7, 2)
      return out.values
    }
    for i in 0..<n { dy[i] = 1 }
    nk_unary(op, .F64, n, x.memory, y.memory, 0.7, 2)
    let needs = Int(nk_unary_needs(op))
    nk_unary_backward(
      op, .F64, n, needs == NKNeedsX ? x.memory : nil, needs == NKNeedsY ? y.memory : nil, dy.memory, dx.memory, 0.7, 2,
      0)
    for (i, (high, low)) in zip(value(step), value(-step)).enumerated() {
      let want = steps.contains(op) ? 0 : (high - low) / (2 * step)
      #expect(abs(dx[i] - want) < 1e-6 * max(1, abs(want)), "\(KernelCases.name(op)) at \(domain[i])")
    }
  }

  /// Functions of our own against the C library in double: the header's bounds, over samples of every exponent.
  @Test func errorsInFloat() {
    let functions: [(NKUnary, Double, @Sendable (Double) -> Double)] = [
      (.exp, 1, exp), (.expm1, 1, expm1), (.log, 1, log), (.log1p, 1, log1p), (.sin, 1, sin), (.cos, 1, cos),
      (.tanh, 1, tanh), (.erf, 1, erf), (.sigmoid, 1, { 1 / (1 + exp(-$0)) }), (.tan, 0.51, tan), (.atan, 0.51, atan),
    ]
    var inputs: [Float] = []
    for i in 0..<30_000 { inputs.append(Float(bitPattern: UInt32(truncatingIfNeeded: i &* 143_165 &+ i / 7))) }
    var outputs = [Float](repeating: 0, count: inputs.count)
    for (op, bound, function) in functions {
      nk_unary(op, .F32, inputs.count, inputs, &outputs, 0, 0)
      for (x, y) in zip(inputs, outputs) {
        let want = function(Double(x))
        if want.isNaN || y.isNaN {
          #expect(want.isNaN && y.isNaN, "\(KernelCases.name(op)) of \(x) is \(y)")
        } else if abs(want) >= Double(Float.greatestFiniteMagnitude) {
          #expect(y.isInfinite || y.magnitude == .greatestFiniteMagnitude, "\(KernelCases.name(op)) of \(x) is \(y)")
        } else {
          let error = abs(Double(y) - want) / Double(Float(want).ulp)
          #expect(error <= bound, "\(KernelCases.name(op)) of \(x) is \(y), not \(want)")
        }
      }
    }
  }

  /// A size of 0 reads and writes nothing, whatever else it is.
  @Test func nothing() {
    for shape in [[0, 3], [3, 0], [2, 0, 4]] {
      let strides = [Int](repeating: 1, count: shape.count), rank = Int32(shape.count)
      let (a, b, y) = (Floats(.F32, [7]), Floats(.F32, [8]), Floats(.F32, [9]))
      var mask: UInt8 = 5
      nk_binary_strided(.add, .F32, rank, shape, a.memory, strides, b.memory, strides, y.memory)
      nk_binary_backward(.mul, .F32, rank, shape, a.memory, strides, b.memory, strides, a.memory, y.memory, y.memory, 0)
      nk_compare_strided(.less, .F32, rank, shape, a.memory, strides, b.memory, strides, &mask)
      nk_logic_strided(.and, rank, shape, [1], strides, [1], strides, &mask)
      nk_where_strided(.F32, rank, shape, [1], strides, a.memory, strides, b.memory, strides, y.memory)
      nk_copy_from_view(.F32, rank, shape, a.memory, strides, y.memory)
      nk_copy_to_view(.F32, rank, shape, a.memory, y.memory, strides, 1)
      nk_gather(.F32, rank, shape, 1, [], a.memory, strides, y.memory)
      nk_scatter(.F32, rank, shape, 1, [], a.memory, y.memory, strides, 1)
      #expect(y.values == [9] && mask == 5)
    }
    let y = Floats(.F32, [9])
    for op in KernelCases.unaries { nk_unary(op, .F32, 0, y.memory, y.memory, 0, 0) }
    nk_softmax(.F32, 0, 3, 0, y.memory, y.memory)
    nk_gemm(.F32, 0, 0, 0, 5, 3, y.memory, 3, y.memory, 5, y.memory, 5, 0, nil, 0, NK_NO_ACTIVATION, 0, 0)
    #expect(y.values == [9])
    nk_reduce(.sum, .F32, 1, 0, 1, y.memory, y.memory, 0)
    #expect(y.values == [0])
  }

}
