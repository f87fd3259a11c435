#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

enum IntegerNatives {
  nonisolated(unsafe) static let table: [String: Native] = {
    func reporting(_ operation: @escaping (Int, Int, IntegerKind) -> (Int, Bool)) -> Native {
      Native { call in
        let kind = try kind(call.argument(0).type)
        let (value, overflow) = operation(call.int(0), call.int(1), kind)
        call.result.words[0] = value
        call.result.words[1] = overflow ? 1 : 0
      }
    }
    func bits(_ operation: @escaping (UInt, IntegerKind) -> Int) -> Native {
      Native { call in
        let kind = try kind(call.argument(0).type)
        call.result.store(operation(UInt(bitPattern: call.int(0)) & mask(kind), kind))
      }
    }
    return [
      "integer.convert": Native { call in
        let target = try kind(call.signature.result)
        guard let value = exact(call.argument(0), target) else {
          let source = try kind(call.argument(0).type)
          let value = source.isSigned ? "\(call.int(0))" : "\(UInt(bitPattern: call.int(0)))"
          let isNegative = source.isSigned && call.int(0) < 0 && !target.isSigned
          throw isNegative ? Trap.negativeValue(value, type: target) : Trap.doesNotFit(value: value, type: target)
        }
        call.result.store(value)
      },
      "integer.exactly": Native { call in
        let target = try kind(optionalPayload(call.signature.result))
        if let value = exact(call.argument(0), target) { call.result.storeSome().store(value) } else { call.result.storeNil() }
      },
      "integer.exactlyFloating": Native { call in
        let target = try kind(optionalPayload(call.signature.result))
        let value = FloatingNatives.value(call.argument(0))
        if value == value.rounded(.towardZero), let word = word(value, target) {
          call.result.storeSome().store(word)
        } else {
          call.result.storeNil()
        }
      },
      "integer.fromFloating": Native { call in
        let target = try kind(call.signature.result)
        let value = FloatingNatives.value(call.argument(0))
        guard let word = word(value.rounded(.towardZero), target) else {
          throw Trap.floatingDoesNotFit(value, type: call.signature.result.name)
        }
        call.result.store(word)
      },
      "integer.truncating": Native { call in call.result.store(try kind(call.signature.result).truncate(call.int(0))) },
      "integer.bitPattern": Native { call in call.result.store(try kind(call.signature.result).truncate(call.int(0))) },
      "integer.clamping": Native { call in
        let target = try kind(call.signature.result)
        if let value = exact(call.argument(0), target) { return call.result.store(value) }
        let isNegative = try kind(call.argument(0).type).isSigned && call.int(0) < 0
        call.result.store(isNegative ? target.minimum : target.maximum)
      },
      "integer.parse": Native { call in
        let target = try kind(optionalPayload(call.signature.result))
        let (text, radix) = (call.string(0), call.int(1))
        guard (2...36).contains(radix) else { throw Trap.message("Radix must be between 2 and 36") }
        let value: Int? =
          target == .uint64 ? UInt(text, radix: radix).map { Int(bitPattern: $0) } : Int(text, radix: radix)
        if let value, target.truncate(value) == value {
          call.result.storeSome().store(value)
        } else {
          call.result.storeNil()
        }
      },
      "integer.magnitude": Native { call in
        let source = try kind(call.argument(0).type)
        let value = call.int(0)
        call.result.store(source.isSigned ? Int(bitPattern: value.magnitude) : value)
      },
      "integer.random": Native { call in
        let kind = try kind(call.signature.result)
        let offset = call.argumentCount - 2
        let (low, high) = (call.int(offset), call.int(offset + 1))
        let isOrdered = kind == .uint64 ? UInt(bitPattern: low) <= UInt(bitPattern: high) : low <= high
        guard isOrdered else { throw Trap.message("Can't get random value with an empty range") }
        let span = UInt64(bitPattern: Int64(high &- low))
        if span == UInt64.max { return call.result.store(Int(truncatingIfNeeded: call.machine.host.randomBits())) }
        call.result.store(kind.truncate(low &+ Int(truncatingIfNeeded: below(span + 1, call.machine.host))))
      },
      "integer.addReporting": reporting { a, b, kind in
        if kind == .uint64 {
          let (value, overflow) = UInt(bitPattern: a).addingReportingOverflow(UInt(bitPattern: b))
          return (Int(bitPattern: value), overflow)
        }
        let (value, overflow) = a.addingReportingOverflow(b)
        return (kind.truncate(value), overflow || kind.truncate(value) != value)
      },
      "integer.subtractReporting": reporting { a, b, kind in
        if kind == .uint64 {
          let (value, overflow) = UInt(bitPattern: a).subtractingReportingOverflow(UInt(bitPattern: b))
          return (Int(bitPattern: value), overflow)
        }
        let (value, overflow) = a.subtractingReportingOverflow(b)
        return (kind.truncate(value), overflow || kind.truncate(value) != value)
      },
      "integer.multiplyReporting": reporting { a, b, kind in
        if kind == .uint64 {
          let (value, overflow) = UInt(bitPattern: a).multipliedReportingOverflow(by: UInt(bitPattern: b))
          return (Int(bitPattern: value), overflow)
        }
        let (value, overflow) = a.multipliedReportingOverflow(by: b)
        return (kind.truncate(value), overflow || kind.truncate(value) != value)
      },
      "integer.multiplyFull": Native { call in
        let kind = try kind(call.argument(0).type)
        let (a, b) = (call.int(0), call.int(1))
        if kind.bits < 64 {
          let product = a &* b
          call.result.words[0] = kind.truncate(product >> kind.bits)
          call.result.words[1] = Int(bitPattern: UInt(bitPattern: product) & mask(kind))
        } else if kind.isSigned {
          let product = a.multipliedFullWidth(by: b)
          call.result.words[0] = product.high
          call.result.words[1] = Int(bitPattern: product.low)
        } else {
          let product = UInt(bitPattern: a).multipliedFullWidth(by: UInt(bitPattern: b))
          call.result.words[0] = Int(bitPattern: product.high)
          call.result.words[1] = Int(bitPattern: product.low)
        }
      },
      "integer.leadingZeros": bits { $0.leadingZeroBitCount - (64 - $1.bits) },
      "integer.trailingZeros": bits { min($0.trailingZeroBitCount, $1.bits) },
      "integer.popCount": bits { value, _ in value.nonzeroBitCount },
      "integer.byteSwapped": Native { call in
        let kind = try kind(call.argument(0).type)
        call.result.store(kind.truncate(Int(bitPattern: UInt(bitPattern: call.int(0)).byteSwapped >> UInt(64 - kind.bits))))
      },
      "integer.shiftLeftMasking": Native { call in
        let kind = try kind(call.argument(0).type)
        call.result.store(kind.truncate(call.int(0) << (call.int(1) & (kind.bits - 1))))
      },
      "integer.shiftRightMasking": Native { call in
        let kind = try kind(call.argument(0).type)
        let count = call.int(1) & (kind.bits - 1)
        call.result.store(
          kind.isSigned ? call.int(0) >> count : Int(bitPattern: UInt(bitPattern: call.int(0)) >> UInt(count)))
      },
      "random.bits": Native { call in call.result.store(Int(truncatingIfNeeded: call.machine.host.randomBits())) },
    ]
  }()

  static func kind(_ type: RuntimeType) throws -> IntegerKind {
    guard case .integer(let kind) = type.kind else { throw Trap.failedCast(from: type.name, to: "an integer") }
    return kind
  }

  static func optionalPayload(_ type: RuntimeType) -> RuntimeType {
    if case .optional(let payload) = type.kind { return payload }
    return type
  }

  private static func mask(_ kind: IntegerKind) -> UInt { kind.bits == 64 ? .max : (1 << UInt(kind.bits)) - 1 }

  /// The value in another type, or nil where it does not fit.
  private static func exact(_ value: CellValue, _ target: IntegerKind) -> Int? {
    guard case .integer(let source) = value.type.kind else { return nil }
    let word = value.int
    if source == .uint64, word < 0 { return target == .uint64 ? word : nil }
    if target == .uint64 { return word >= 0 ? word : nil }
    return target.truncate(word) == word ? word : nil
  }

  private static func word(_ value: Double, _ target: IntegerKind) -> Int? {
    if target == .uint64 { return UInt(exactly: value).map { Int(bitPattern: $0) } }
    guard let word = Int(exactly: value), target.truncate(word) == word else { return nil }
    return word
  }

  /// A number below a bound, each as likely: Lemire's method, as Swift's own.
  static func below(_ bound: UInt64, _ host: any MachineHost) -> UInt64 {
    var product = host.randomBits().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = host.randomBits().multipliedFullWidth(by: bound) }
    }
    return product.high
  }
}

enum FloatingNatives {
  static func value(_ value: CellValue) -> Double {
    if case .float = value.type.kind { return Double(value.float) }
    return value.double
  }

  static func store(_ number: Double, _ place: CellValue) {
    if case .float = place.type.kind { place.store(Float(number)) } else { place.store(number) }
  }

  nonisolated(unsafe) static let table: [String: Native] = {
    /// An operation that exists for both widths.
    func unary(_ double: @escaping (Double) -> Double, _ float: @escaping (Float) -> Float) -> Native {
      Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind { call.result.store(float(argument.float)) } else { call.result.store(double(argument.double)) }
      }
    }
    func binary(_ double: @escaping (Double, Double) -> Double, _ float: @escaping (Float, Float) -> Float) -> Native {
      Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind {
          call.result.store(float(argument.float, call.float(1)))
        } else {
          call.result.store(double(argument.double, call.double(1)))
        }
      }
    }
    func test(_ double: @escaping (Double) -> Bool, _ float: @escaping (Float) -> Bool) -> Native {
      Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind { call.result.store(float(argument.float)) } else { call.result.store(double(argument.double)) }
      }
    }
    func constant(_ double: Double, _ float: Float) -> Native {
      Native { call in
        if case .float = call.signature.result.kind { call.result.store(float) } else { call.result.store(double) }
      }
    }
    return [
      "floating.fromInteger": Native { call in
        let argument = call.argument(0)
        guard case .integer(.uint64) = argument.type.kind else { return store(Double(argument.int), call.result) }
        if case .float = call.signature.result.kind {
          call.result.store(Float(UInt(bitPattern: argument.int)))
        } else {
          call.result.store(Double(UInt(bitPattern: argument.int)))
        }
      },
      "floating.exactly": Native { call in
        let argument = call.argument(0)
        let word = argument.int
        var isUnsigned = false
        if case .integer(.uint64) = argument.type.kind { isUnsigned = true }
        let payload = IntegerNatives.optionalPayload(call.signature.result)
        if case .float = payload.kind {
          let exact = isUnsigned ? Float(exactly: UInt(bitPattern: word)) : Float(exactly: word)
          if let exact { call.result.storeSome().store(exact) } else { call.result.storeNil() }
        } else {
          let exact = isUnsigned ? Double(exactly: UInt(bitPattern: word)) : Double(exactly: word)
          if let exact { call.result.storeSome().store(exact) } else { call.result.storeNil() }
        }
      },
      "floating.parse": Native { call in
        let payload = IntegerNatives.optionalPayload(call.signature.result)
        if case .float = payload.kind {
          if let number = Float(call.string(0)) { call.result.storeSome().store(number) } else { call.result.storeNil() }
        } else {
          if let number = Double(call.string(0)) { call.result.storeSome().store(number) } else { call.result.storeNil() }
        }
      },
      "floating.fromBits": Native { call in call.result.words[0] = call.int(0) },
      "floating.toBits": Native { call in call.result.words[0] = call.int(0) },
      "floating.infinity": constant(.infinity, .infinity),
      "floating.nan": constant(.nan, .nan),
      "floating.pi": constant(.pi, .pi),
      "floating.greatest": constant(.greatestFiniteMagnitude, .greatestFiniteMagnitude),
      "floating.leastNormal": constant(.leastNormalMagnitude, .leastNormalMagnitude),
      "floating.leastNonzero": constant(.leastNonzeroMagnitude, .leastNonzeroMagnitude),
      "floating.ulpOfOne": constant(.ulpOfOne, .ulpOfOne),
      "floating.isNaN": test(\.isNaN, \.isNaN),
      "floating.isInfinite": test(\.isInfinite, \.isInfinite),
      "floating.isFinite": test(\.isFinite, \.isFinite),
      "floating.isNormal": test(\.isNormal, \.isNormal),
      "floating.isSubnormal": test(\.isSubnormal, \.isSubnormal),
      "floating.isMinus": test({ $0.sign == .minus }, { $0.sign == .minus }),
      "floating.magnitude": unary(\.magnitude, \.magnitude),
      "floating.ulp": unary(\.ulp, \.ulp),
      "floating.nextUp": unary(\.nextUp, \.nextUp),
      "floating.nextDown": unary(\.nextDown, \.nextDown),
      "floating.exponent": Native { call in
        let argument = call.argument(0)
        let isFloat = if case .float = argument.type.kind { true } else { false }
        call.result.store(isFloat ? Int(argument.float.exponent) : Int(argument.double.exponent))
      },
      "floating.significand": unary(\.significand, \.significand),
      "floating.squareRoot": unary({ $0.squareRoot() }, { $0.squareRoot() }),
      "floating.fma": Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind {
          call.result.store(argument.float.addingProduct(call.float(1), call.float(2)))
        } else {
          call.result.store(argument.double.addingProduct(call.double(1), call.double(2)))
        }
      },
      "floating.remainder": binary({ $0.remainder(dividingBy: $1) }, { $0.remainder(dividingBy: $1) }),
      "floating.truncatingRemainder": binary(
        { $0.truncatingRemainder(dividingBy: $1) }, { $0.truncatingRemainder(dividingBy: $1) }),
      "floating.roundAway": unary({ $0.rounded() }, { $0.rounded() }),
      "floating.roundEven": unary({ $0.rounded(.toNearestOrEven) }, { $0.rounded(.toNearestOrEven) }),
      "floating.ceil": unary({ $0.rounded(.up) }, { $0.rounded(.up) }),
      "floating.floor": unary({ $0.rounded(.down) }, { $0.rounded(.down) }),
      "floating.trunc": unary({ $0.rounded(.towardZero) }, { $0.rounded(.towardZero) }),
      "floating.random": Native { call in
        let offset = call.argumentCount - 3
        let host = call.machine.host
        let isClosed = call.bool(offset + 2)
        let argument = call.argument(offset)
        let isFloat = if case .float = argument.type.kind { true } else { false }
        let (low, high) = (value(argument), value(call.argument(offset + 1)))
        guard low < high || isClosed && low == high else {
          throw Trap.message("Can't get random value with an empty range")
        }
        let steps: UInt64 = isFloat ? 1 << 24 : 1 << 53
        while true {
          let unit = Double(isClosed ? IntegerNatives.below(steps + 1, host) : IntegerNatives.below(steps, host)) / Double(steps)
          let result = low + unit * (high - low)
          let rounded = isFloat ? Double(Float(result)) : result
          if isClosed || rounded < high { return store(min(rounded, high), call.result) }
        }
      },
    ]
  }()
}

enum MathNatives {
  nonisolated(unsafe) static let table: [String: Native] = {
    var result: [String: Native] = [:]
    let unary: [(String, (Double) -> Double, (Float) -> Float)] = [
      ("exp", exp, expf), ("exp2", exp2, exp2f), ("expm1", expm1, expm1f), ("log", log, logf), ("log2", log2, log2f),
      ("log10", log10, log10f), ("log1p", log1p, log1pf), ("sqrt", { $0.squareRoot() }, { $0.squareRoot() }),
      ("cbrt", cbrt, cbrtf), ("sin", sin, sinf), ("cos", cos, cosf), ("tan", tan, tanf), ("asin", asin, asinf),
      ("acos", acos, acosf), ("atan", atan, atanf), ("sinh", sinh, sinhf), ("cosh", cosh, coshf), ("tanh", tanh, tanhf),
      ("asinh", asinh, asinhf), ("acosh", acosh, acoshf), ("atanh", atanh, atanhf), ("floor", floor, floorf),
      ("ceil", ceil, ceilf), ("round", round, roundf), ("trunc", trunc, truncf), ("fabs", fabs, fabsf), ("erf", erf, erff),
      ("erfc", erfc, erfcf), ("tgamma", tgamma, tgammaf), ("lgamma", { lgamma($0) }, { lgammaf($0) }), ("rint", rint, rintf),
    ]
    for (name, double, float) in unary {
      result["math." + name] = Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind { call.result.store(float(argument.float)) } else { call.result.store(double(argument.double)) }
      }
    }
    let binary: [(String, (Double, Double) -> Double, (Float, Float) -> Float)] = [
      ("pow", pow, powf), ("atan2", atan2, atan2f), ("hypot", hypot, hypotf), ("fmod", fmod, fmodf), ("fmin", fmin, fminf),
      ("fmax", fmax, fmaxf), ("copysign", copysign, copysignf), ("remainder", remainder, remainderf),
    ]
    for (name, double, float) in binary {
      result["math." + name] = Native { call in
        let argument = call.argument(0)
        if case .float = argument.type.kind {
          call.result.store(float(argument.float, call.float(1)))
        } else {
          call.result.store(double(argument.double, call.double(1)))
        }
      }
    }
    result["math.fma"] = Native { call in
      let argument = call.argument(0)
      if case .float = argument.type.kind {
        call.result.store(call.float(2).addingProduct(argument.float, call.float(1)))
      } else {
        call.result.store(call.double(2).addingProduct(argument.double, call.double(1)))
      }
    }
    return result
  }()
}
