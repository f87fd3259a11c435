import CKernels

/// Calls that cover the kernels of the function table, by the kernel's name there. Sizes lie on both sides of vectors,
/// tiles and blocks.
enum KernelCases {
  typealias Case = @Sendable (NKType) -> [Output]

  static let all: [String: Case] = [
    "unary": unary, "unary_backward": unaryBackward, "binary": binary, "binary_backward": binaryBackward,
    "compare": compare, "axpy": axpy, "scale": scale, "reduce": reduce, "variance": variance,
    "arg_extreme": argExtreme, "extreme_backward": extremeBackward, "prod_backward": prodBackward,
    "cumsum": { running($0, sums: true) }, "cumprod": { running($0, sums: false) }, "softmax": softmax,
    "softmax_backward": softmaxBackward, "layer_norm": layerNorm,
    "layer_norm_backward_input": layerNormBackward, "layer_norm_backward_affine": layerNormBackward,
    "channel_moments": channelMoments, "batch_norm": batchNorm, "batch_norm_backward": batchNormBackward,
    "loss": loss, "loss_backward": lossBackward, "cross_entropy": crossEntropy,
    "cross_entropy_backward": crossEntropyBackward, "gemm": gemm, "fold": convolution, "tap_offsets": convolution,
    "conv_image": convolution, "conv_image_weight": convolution, "max_pool2d": pooling,
    "max_pool2d_backward": pooling, "avg_pool2d": pooling, "avg_pool2d_backward": pooling, "sgd": optimizers,
    "adam": optimizers, "rmsprop": optimizers, "adagrad": optimizers,
  ]

  /// Off and on.
  static let both: [Int32] = [0, 1]

  static let counts = [1, 7, 8, 15, 16, 33, 100]
  /// One operation of a family goes over several shares of threads, for all.
  static let longCounts = counts + [2055]

  static var unaries: [NKUnary] { (0..<UInt32(nk_unary_count())).compactMap { NKUnary(rawValue: $0) } }
  static var binaries: [NKBinary] { (0..<UInt32(nk_binary_count())).compactMap { NKBinary(rawValue: $0) } }
  static var reductions: [NKReduce] { (0..<UInt32(nk_reduce_count())).compactMap { NKReduce(rawValue: $0) } }
  static var losses: [NKLoss] { (0..<UInt32(nk_loss_count())).compactMap { NKLoss(rawValue: $0) } }

  static func name(_ op: NKUnary) -> String { String(cString: nk_unary_name(op)) }
  static func name(_ op: NKBinary) -> String { String(cString: nk_binary_name(op)) }
  static func name(_ op: NKReduce) -> String { String(cString: nk_reduce_name(op)) }
  static func name(_ op: NKLoss) -> String { String(cString: nk_loss_name(op)) }

  // MARK: Elementwise

  static func unary(_ type: NKType) -> [Output] {
    unaries.flatMap { op in
      (op == .exp ? longCounts : counts).map { n in
        let x = Floats(type, wildNumbers(n, seed: n))
        let y = Floats(type, n)
        nk_unary(op, type, n, x.memory, y.memory, 0.7, 1.5)
        return Output(name: "\(name(op)) of \(n)", bits: y.bits)
      }
    }
  }

  static func unaryBackward(_ type: NKType) -> [Output] {
    unaries.flatMap { op in
      (op == .exp ? longCounts : counts).flatMap { n in
        let x = Floats(type, wildNumbers(n, seed: n))
        let (y, dy) = (Floats(type, n), Floats(type, numbers(n)))
        nk_unary(op, type, n, x.memory, y.memory, 0.7, 1.5)
        return both.map { accumulate in
          let dx = Floats(type, numbers(n, seed: 9))
          nk_unary_backward(op, type, n, x.memory, y.memory, dy.memory, dx.memory, 0.7, 1.5, accumulate)
          return Output(name: "\(name(op)) backward of \(n)", bits: dx.bits)
        }
      }
    }
  }

  static func binary(_ type: NKType) -> [Output] {
    var outputs: [Output] = []
    for op in binaries {
      for n in op == .add ? longCounts : counts {
        let (a, b) = (Floats(type, wildNumbers(n)), Floats(type, wildNumbers(n, seed: 5)))
        let y = Floats(type, n)
        nk_binary(op, type, n, a.memory, b.memory, y.memory)
        outputs.append(Output(name: "\(name(op)) of \(n)", bits: y.bits))
        for left in [0, 1] as [Int32] {
          nk_binary_scalar(op, type, n, a.memory, 1.3, left, y.memory)
          outputs.append(Output(name: "\(name(op)) of \(n) and a number", bits: y.bits))
        }
      }
      for shape in [[3, 40], [40, 3], [2, 5, 7], [70, 1]] {
        for layout in Layout.all(shape) {
          let y = Floats(type, shape.reduce(1, *))
          let a = Floats(type, wildNumbers(400)), b = Floats(type, wildNumbers(400, seed: 3))
          nk_binary_strided(op, type, Int32(shape.count), shape, a.memory, layout.a, b.memory, layout.b, y.memory)
          outputs.append(Output(name: "\(name(op)) over \(shape)", bits: y.bits))
        }
      }
    }
    return outputs
  }

  /// Strides of two operands: contiguous, a row, a column, a transposed one, one element.
  struct Layout {
    var a: [Int]
    var b: [Int]

    static func all(_ shape: [Int]) -> [Layout] {
      var contiguous = [Int](repeating: 1, count: shape.count)
      for d in stride(from: shape.count - 2, through: 0, by: -1) { contiguous[d] = contiguous[d + 1] * shape[d + 1] }
      var row = contiguous
      row[0] = 0
      var column = [Int](repeating: 0, count: shape.count)
      column[0] = 1
      var turned = [Int](repeating: 1, count: shape.count)
      for d in 1..<shape.count { turned[d] = turned[d - 1] * shape[d - 1] }
      let one = [Int](repeating: 0, count: shape.count)
      return [contiguous, row, column, turned, one].flatMap {
        [Layout(a: contiguous, b: $0), Layout(a: $0, b: turned)]
      }
    }
  }

  static func binaryBackward(_ type: NKType) -> [Output] {
    var outputs: [Output] = []
    for op in binaries {
      for shape in [[33], [3, 40], [40, 3]] {
        for layout in shape.count == 1 ? [Layout(a: [1], b: [1]), Layout(a: [0], b: [1])] : Layout.all(shape) {
          let n = shape.reduce(1, *)
          let (a, b) = (Floats(type, wildNumbers(400)), Floats(type, wildNumbers(400, seed: 3)))
          let (dy, da, db) = (Floats(type, numbers(n)), Floats(type, numbers(n)), Floats(type, numbers(n)))
          for accumulate in [0, 1] as [Int32] {
            nk_binary_backward(
              op, type, Int32(shape.count), shape, a.memory, layout.a, b.memory, layout.b, dy.memory, da.memory,
              db.memory, accumulate)
          }
          outputs.append(Output(name: "\(name(op)) backward over \(shape)", bits: da.bits + db.bits))
        }
      }
    }
    return outputs
  }

  static func compare(_ type: NKType) -> [Output] {
    (0..<UInt32(nk_compare_count())).compactMap { NKCompare(rawValue: $0) }.map { op in
      let (a, b) = (Floats(type, wildNumbers(200)), Floats(type, wildNumbers(200, seed: 2)))
      var y = [UInt8](repeating: 0, count: 200)
      nk_compare_strided(op, type, 2, [10, 20], a.memory, [20, 1], b.memory, [1, 10], &y)
      return Output(name: "\(op)", bits: y.map(UInt64.init))
    }
  }

  static func axpy(_ type: NKType) -> [Output] {
    longCounts.map { n in
      let (x, y) = (Floats(type, numbers(n)), Floats(type, numbers(n, seed: 2)))
      nk_axpy(type, n, 0.3, x.memory, y.memory)
      return Output(name: "axpy of \(n)", bits: y.bits)
    }
  }

  static func scale(_ type: NKType) -> [Output] {
    longCounts.map { n in
      let (x, y) = (Floats(type, numbers(n)), Floats(type, n))
      nk_scale(type, n, 0.3, x.memory, y.memory)
      return Output(name: "scale of \(n)", bits: y.bits)
    }
  }

  // MARK: Reductions

  /// [outer, axis, inner]: lines, columns and both, around the sizes of blocks.
  static let volumes = [
    (1, 1, 1), (1, 100, 1), (5, 33, 1), (1, 4097, 1), (1, 70_000, 1), (1, 300, 1), (1, 300, 10), (1, 513, 17),
    (3, 20, 300), (2, 7, 5), (4, 1, 3),
  ]

  static func reduce(_ type: NKType) -> [Output] {
    reductions.flatMap { op in
      volumes.flatMap { outer, axis, inner in
        both.map { accumulate in
          let x = Floats(type, numbers(outer * axis * inner, low: -1.1, high: 1.2))
          let y = Floats(type, numbers(outer * inner, seed: 4))
          nk_reduce(op, type, outer, axis, inner, x.memory, y.memory, accumulate)
          return Output(name: "\(name(op)) of \((outer, axis, inner))", bits: y.bits)
        }
      }
    }
  }

  static func variance(_ type: NKType) -> [Output] {
    volumes.map { outer, axis, inner in
      let x = Floats(type, numbers(outer * axis * inner))
      let (mean, variance) = (Floats(type, outer * inner), Floats(type, outer * inner))
      nk_variance(type, outer, axis, inner, 1, x.memory, mean.memory, variance.memory)
      return Output(name: "variance of \((outer, axis, inner))", bits: mean.bits + variance.bits)
    }
  }

  static func argExtreme(_ type: NKType) -> [Output] {
    volumes.flatMap { outer, axis, inner in
      both.map { least in
        let x = Floats(type, numbers(outer * axis * inner).map { ($0 * 8).rounded() })
        var index = [Int64](repeating: 0, count: outer * inner)
        nk_arg_extreme(type, least, outer, axis, inner, x.memory, &index)
        return Output(name: "argExtreme of \((outer, axis, inner))", bits: index.map { UInt64($0) })
      }
    }
  }

  static func extremeBackward(_ type: NKType) -> [Output] {
    volumes.map { outer, axis, inner in
      let x = Floats(type, numbers(outer * axis * inner).map { ($0 * 2).rounded() })
      let (y, dy) = (Floats(type, outer * inner), Floats(type, numbers(outer * inner)))
      let dx = Floats(type, outer * axis * inner)
      nk_reduce(.max, type, outer, axis, inner, x.memory, y.memory, 0)
      nk_extreme_backward(type, outer, axis, inner, x.memory, y.memory, dy.memory, dx.memory)
      return Output(name: "extreme backward of \((outer, axis, inner))", bits: dx.bits)
    }
  }

  static func prodBackward(_ type: NKType) -> [Output] {
    volumes.map { outer, axis, inner in
      let x = Floats(type, numbers(outer * axis * inner, low: 0.9, high: 1.1))
      let (dy, dx) = (Floats(type, numbers(outer * inner)), Floats(type, outer * axis * inner))
      nk_prod_backward(type, outer, axis, inner, x.memory, dy.memory, dx.memory)
      return Output(name: "prod backward of \((outer, axis, inner))", bits: dx.bits)
    }
  }

  static func running(_ type: NKType, sums: Bool) -> [Output] {
    volumes.map { outer, axis, inner in
      let x = Floats(type, numbers(outer * axis * inner, low: 0.9, high: 1.1))
      let y = Floats(type, outer * axis * inner)
      if sums {
        nk_cumsum(type, outer, axis, inner, 1, x.memory, y.memory)
      } else {
        nk_cumprod(type, outer, axis, inner, x.memory, y.memory)
      }
      return Output(name: "running of \((outer, axis, inner))", bits: y.bits)
    }
  }

  // MARK: Rows

  static let tables = [(1, 1), (3, 10), (7, 16), (5, 100), (4, 1000), (300, 3)]

  static func softmax(_ type: NKType) -> [Output] {
    tables.flatMap { rows, cols in
      both.map { logarithm in
        let (x, y) = (Floats(type, numbers(rows * cols, low: -30, high: 30)), Floats(type, rows * cols))
        nk_softmax(type, logarithm, rows, cols, x.memory, y.memory)
        return Output(name: "softmax of \((rows, cols))", bits: y.bits)
      }
    }
  }

  static func softmaxBackward(_ type: NKType) -> [Output] {
    tables.flatMap { rows, cols in
      both.map { logarithm in
        let (y, dy) = (Floats(type, numbers(rows * cols, low: -3, high: 0)), Floats(type, numbers(rows * cols)))
        let dx = Floats(type, rows * cols)
        nk_softmax_backward(type, logarithm, rows, cols, y.memory, dy.memory, dx.memory)
        return Output(name: "softmax backward of \((rows, cols))", bits: dx.bits)
      }
    }
  }

  static func layerNorm(_ type: NKType) -> [Output] {
    tables.flatMap { rows, cols in
      [false, true].map { affine in
        let (x, y) = (Floats(type, numbers(rows * cols)), Floats(type, rows * cols))
        let (gamma, beta) = (Floats(type, numbers(cols)), Floats(type, numbers(cols, seed: 8)))
        let (mean, rstd) = (Floats(type, rows), Floats(type, rows))
        nk_layer_norm(
          type, rows, cols, 1e-5, x.memory, affine ? gamma.memory : nil, affine ? beta.memory : nil, y.memory,
          mean.memory, rstd.memory)
        return Output(name: "layerNorm of \((rows, cols))", bits: y.bits + mean.bits + rstd.bits)
      }
    }
  }

  static func layerNormBackward(_ type: NKType) -> [Output] {
    tables.map { rows, cols in
      let (x, dy) = (Floats(type, numbers(rows * cols)), Floats(type, numbers(rows * cols, seed: 3)))
      let (gamma, mean) = (Floats(type, numbers(cols)), Floats(type, numbers(rows, low: -0.1, high: 0.1)))
      let rstd = Floats(type, numbers(rows, low: 0.5, high: 0.6))
      let (dx, dgamma, dbeta) = (Floats(type, rows * cols), Floats(type, cols), Floats(type, cols))
      nk_layer_norm_backward(
        type, rows, cols, x.memory, gamma.memory, mean.memory, rstd.memory, dy.memory, dx.memory, dgamma.memory,
        dbeta.memory)
      return Output(name: "layerNorm backward of \((rows, cols))", bits: dx.bits + dgamma.bits + dbeta.bits)
    }
  }

  static let images = [(4, 3, 1), (300, 70, 1), (2, 3, 25), (3, 5, 100)]

  static func channelMoments(_ type: NKType) -> [Output] {
    images.map { outer, channels, inner in
      let x = Floats(type, numbers(outer * channels * inner))
      let (mean, variance) = (Floats(type, channels), Floats(type, channels))
      nk_channel_moments(type, outer, channels, inner, x.memory, mean.memory, variance.memory)
      return Output(name: "moments of \((outer, channels, inner))", bits: mean.bits + variance.bits)
    }
  }

  static func batchNorm(_ type: NKType) -> [Output] {
    images.map { outer, channels, inner in
      let x = Floats(type, numbers(outer * channels * inner)), y = Floats(type, outer * channels * inner)
      let (mean, variance) = (Floats(type, numbers(channels)), Floats(type, numbers(channels, low: 0.5, high: 2)))
      let (gamma, beta) = (Floats(type, numbers(channels, seed: 2)), Floats(type, numbers(channels, seed: 3)))
      nk_batch_norm(
        type, outer, channels, inner, 1e-5, x.memory, mean.memory, variance.memory, gamma.memory, beta.memory,
        y.memory)
      return Output(name: "batchNorm of \((outer, channels, inner))", bits: y.bits)
    }
  }

  static func batchNormBackward(_ type: NKType) -> [Output] {
    images.flatMap { outer, channels, inner in
      both.map { training in
        let n = outer * channels * inner
        let (x, dy, dx) = (Floats(type, numbers(n)), Floats(type, numbers(n, seed: 6)), Floats(type, n))
        let (mean, variance) = (Floats(type, numbers(channels)), Floats(type, numbers(channels, low: 0.5, high: 2)))
        let (gamma, dgamma, dbeta) = (Floats(type, numbers(channels)), Floats(type, channels), Floats(type, channels))
        nk_batch_norm_backward(
          type, outer, channels, inner, 1e-5, training, x.memory, mean.memory, variance.memory, gamma.memory,
          dy.memory, dx.memory, dgamma.memory, dbeta.memory)
        return Output(
          name: "batchNorm backward of \((outer, channels, inner))", bits: dx.bits + dgamma.bits + dbeta.bits)
      }
    }
  }

  // MARK: Losses

  static func loss(_ type: NKType) -> [Output] {
    losses.flatMap { op in
      (op == .mse ? longCounts : counts).map { n in
        let (x, t) = (Floats(type, numbers(n, low: 0.01, high: 0.99)), Floats(type, numbers(n, low: 0, high: 1)))
        let (y, sum) = (Floats(type, n), Floats(type, 1))
        nk_loss(op, type, n, x.memory, t.memory, 0.4, y.memory)
        nk_loss_sum(op, type, n, x.memory, t.memory, 0.4, 1 / Double(n), sum.memory)
        return Output(name: "\(name(op)) of \(n)", bits: y.bits + sum.bits)
      }
    }
  }

  static func lossBackward(_ type: NKType) -> [Output] {
    losses.flatMap { op in
      (op == .mse ? longCounts : counts).flatMap { n in
        both.map { scalar in
          let (x, t) = (Floats(type, numbers(n, low: 0.01, high: 0.99)), Floats(type, numbers(n, low: 0, high: 1)))
          let (dy, dx, dt) = (Floats(type, numbers(n)), Floats(type, n), Floats(type, n))
          nk_loss_backward(
            op, type, n, x.memory, t.memory, 0.4, dy.memory, scalar, 0.5, dx.memory, dt.memory, scalar)
          return Output(name: "\(name(op)) backward of \(n)", bits: dx.bits + dt.bits)
        }
      }
    }
  }

  static func targets(_ rows: Int, _ cols: Int) -> [Int64] {
    (0..<rows).map { $0 % 5 == 4 ? -100 : Int64(($0 * 7) % cols) }
  }

  static func crossEntropy(_ type: NKType) -> [Output] {
    tables.flatMap { rows, cols in
      [(false, 0.0), (true, 0.1)].map { weighted, smoothing in
        let (x, weight) = (Floats(type, numbers(rows * cols)), Floats(type, numbers(cols, low: 0.5, high: 2)))
        let (loss, lse, weights) = (Floats(type, rows), Floats(type, rows), Floats(type, rows))
        nk_cross_entropy(
          type, rows, cols, x.memory, targets(rows, cols), weighted ? weight.memory : nil, -100, smoothing,
          loss.memory, lse.memory, weights.memory)
        return Output(name: "crossEntropy of \((rows, cols))", bits: loss.bits + lse.bits + weights.bits)
      }
    }
  }

  static func crossEntropyBackward(_ type: NKType) -> [Output] {
    tables.flatMap { rows, cols in
      [(false, 0.0), (true, 0.1)].map { weighted, smoothing in
        let (x, weight) = (Floats(type, numbers(rows * cols)), Floats(type, numbers(cols, low: 0.5, high: 2)))
        let (lse, dy, dx) = (Floats(type, numbers(rows)), Floats(type, numbers(rows)), Floats(type, rows * cols))
        nk_cross_entropy_backward(
          type, rows, cols, x.memory, targets(rows, cols), weighted ? weight.memory : nil, -100, smoothing,
          lse.memory, dy.memory, weighted ? 1 : 0, 0.3, dx.memory, 0)
        return Output(name: "crossEntropy backward of \((rows, cols))", bits: dx.bits)
      }
    }
  }

  // MARK: Products

  static let products = [
    (1, 1, 1), (4, 8, 2), (4, 1, 8), (1, 10, 16), (7, 13, 5), (16, 16, 16), (17, 33, 40), (9, 49, 300), (30, 20, 0),
    (100, 100, 100), (50, 64, 520),
  ]

  static func gemm(_ type: NKType) -> [Output] {
    products.flatMap { m, n, k in
      [(0, 0, 0), (0, 1, 1), (1, 0, 2), (1, 1, 3)].map { (ta: Int32, tb: Int32, form: Int) in
        let (a, b) = (Floats(type, numbers(m * k)), Floats(type, numbers(k * n, seed: 2)))
        let (c, bias) = (Floats(type, numbers(m * n, seed: 5)), Floats(type, numbers(max(m, n), seed: 7)))
        nk_gemm(
          type, ta, tb, m, n, k, a.memory, ta == 0 ? k : m, b.memory, tb == 0 ? n : k, c.memory, n,
          form % 2 == 1 ? 1 : 0, form == 0 ? nil : bias.memory, form == 3 ? 1 : 0,
          form == 1 ? Int32(NKUnary.tanh.rawValue) : NK_NO_ACTIVATION, 0, 0)
        return Output(name: "gemm of \((m, n, k)), form \(form)", bits: c.bits)
      }
    } + convolution(type)
  }

  static func convolution(_ type: NKType) -> [Output] {
    [(1, 1, 1, 1), (2, 1, 1, 1), (1, 2, 2, 1), (1, 1, 1, 2)].map { stride, padding, dilation, groups in
      var shape = NKConvolution(
        batch: 3, channels: 4, height: 11, width: 9, filters: 18, kernel_height: 3, kernel_width: 2,
        stride_height: stride, stride_width: stride, padding_height: padding, padding_width: padding,
        dilation_height: dilation, dilation_width: dilation, groups: groups)
      let (h, w) = (nk_conv2d_height(&shape), nk_conv2d_width(&shape))
      let x = Floats(type, numbers(3 * 4 * 11 * 9)), filters = Floats(type, numbers(18 * 4 / groups * 6, seed: 2))
      let bias = Floats(type, numbers(18)), y = Floats(type, 3 * 18 * h * w)
      let (dx, dw, db) = (Floats(type, x.count), Floats(type, filters.count), Floats(type, 18))
      nk_conv2d(type, &shape, x.memory, filters.memory, bias.memory, y.memory)
      nk_conv2d_backward_input(type, &shape, filters.memory, y.memory, dx.memory, 0)
      nk_conv2d_backward_weight(type, &shape, x.memory, y.memory, dw.memory, db.memory, 0)
      return Output(name: "conv2d", bits: y.bits + dx.bits + dw.bits + db.bits)
    }
  }

  static func pooling(_ type: NKType) -> [Output] {
    [(2, 2, 0, 7), (2, 2, 0, 38), (3, 2, 1, 7), (2, 1, 0, 7)].map { kernel, stride, padding, width in
      var shape = NKPooling(
        planes: 5, height: 10, width: width, kernel_height: kernel, kernel_width: kernel, stride_height: stride,
        stride_width: stride, padding_height: padding, padding_width: padding)
      let n = 5 * nk_pool2d_height(&shape) * nk_pool2d_width(&shape)
      let x = Floats(type, numbers(5 * 10 * width))
      let (y, mean) = (Floats(type, n), Floats(type, n))
      let (dx, dmean) = (Floats(type, x.count), Floats(type, x.count))
      var index = [Int64](repeating: 0, count: n)
      nk_max_pool2d(type, &shape, x.memory, y.memory, &index)
      nk_avg_pool2d(type, &shape, x.memory, mean.memory)
      nk_max_pool2d_backward(type, &shape, y.memory, index, dx.memory)
      nk_avg_pool2d_backward(type, &shape, mean.memory, dmean.memory)
      return Output(name: "pooling", bits: y.bits + mean.bits + dx.bits + dmean.bits + index.map { UInt64($0) })
    }
  }

  // MARK: Optimizers

  static func optimizers(_ type: NKType) -> [Output] {
    [5, 100, 3000].map { n in
      let states = (0..<10).map { _ in Floats(type, n) }
      let (p, g) = (Floats(type, numbers(n)), Floats(type, numbers(n, seed: 2)))
      for step in 1...3 {
        let first: Int32 = step == 1 ? 1 : 0
        nk_sgd(type, n, p.memory, g.memory, nil, 0.1, 0, 0, 0.01, 0, first)
        nk_sgd(type, n, p.memory, g.memory, states[0].memory, 0.1, 0.9, 0.1, 0.01, 1, first)
        nk_adam(
          type, n, p.memory, g.memory, states[1].memory, states[2].memory, states[3].memory, 1e-2, 0.9, 0.999, 1e-8,
          0.01, step == 2 ? 1 : 0, Int64(step))
        nk_rmsprop(
          type, n, p.memory, g.memory, states[4].memory, states[5].memory, states[6].memory, 1e-2, 0.99, 1e-8, 0.01,
          0.9)
        nk_adagrad(type, n, p.memory, g.memory, states[7].memory, 1e-2, 0.1, 0.01, 1e-10, Int64(step))
      }
      return Output(name: "optimizers of \(n)", bits: p.bits + states.flatMap(\.bits))
    }
  }
}
