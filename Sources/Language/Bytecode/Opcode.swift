/// The instructions of the machine. An instruction is one word: opcode (8 bits), `x` (8), `a`, `b`, `c` (16 each); `i` is
/// `b` and `c` together as a signed number. Those marked «+1» are followed by a word of their own: a pointer or number.
///
/// Registers are words of the frame. `a` is the destination unless said otherwise; addresses are pointers to words.
package enum Opcode: UInt8, CaseIterable {
  // Words
  /// a = b
  case move
  /// a… = b…, c words
  case moveWords
  /// a = b, retained
  case moveRetain
  /// a = i
  case loadImmediate
  /// +1: a = word
  case loadWord
  /// +1: a = word, an object, retained
  case loadObject
  /// a… = 0, i words
  case zero
  /// retain a; null is nothing
  case retain
  case release
  /// +1 layout: retain, destroy the value at a
  case retainValue
  case destroyValue

  // Memory
  /// a = *(b + c)
  case load
  /// a… = *(b + c)…, x words
  case loadWords
  /// a = *(b + c), retained
  case loadRetain
  /// *(a + c) = b
  case store
  /// *(a + c)… = b…, x words
  case storeWords
  /// old = *(a + c); *(a + c) = b; release old
  case storeReference
  /// a = address of register b
  case frameAddress
  /// a = b + c words
  case offsetAddress
  /// +1 address: a = *word
  case loadGlobal
  /// +1 address: *word = a
  case storeGlobal
  /// +1 address of a flag: trap i if it is zero
  case checkGlobal

  // Int
  case addInt, subtractInt, multiplyInt, divideInt, remainderInt
  /// a = b with signed c, which for division is neither 0 nor −1
  case addImmediate, multiplyImmediate, divideImmediate, remainderImmediate
  case negateInt
  case addWrapping, subtractWrapping, multiplyWrapping
  case and, or, xor, notBits
  /// Counts are taken as Swift's smart shifts take them; x is the integer kind.
  case shiftLeft, shiftRight
  /// UInt and UInt64
  case addUnsigned, subtractUnsigned, multiplyUnsigned, divideUnsigned, remainderUnsigned
  /// Trap unless a fits the integer kind x; c numbers the operation for the message.
  case checkFit
  /// a = b cut down to kind x
  case truncate
  case equalInt, notEqualInt, lessInt, lessEqualInt, lessUnsigned, lessEqualUnsigned
  case notBool

  // Double and Float
  case addDouble, subtractDouble, multiplyDouble, divideDouble, negateDouble, absDouble, squareRootDouble
  /// a = b with *(c + x)
  case addDoubleField, subtractDoubleField, multiplyDoubleField, divideDoubleField
  /// *(a + x) with b, in place
  case addToDoubleField, subtractFromDoubleField, multiplyDoubleFieldBy
  case equalDouble, notEqualDouble, lessDouble, lessEqualDouble
  case intToDouble
  /// Traps where the value does not fit.
  case doubleToInt
  case addFloat, subtractFloat, multiplyFloat, divideFloat, negateFloat
  case equalFloat, notEqualFloat, lessFloat, lessEqualFloat
  case floatToDouble, doubleToFloat, intToFloat

  // Control
  /// By i words from the next instruction.
  case jump
  /// If a is not zero; is zero.
  case jumpIf, jumpIfNot
  /// Compare a with b, by c.
  case jumpEqualInt, jumpNotEqualInt, jumpLessInt, jumpLessEqualInt
  /// Compare a with signed b, by c.
  case jumpEqualImmediate, jumpNotEqualImmediate, jumpLessImmediate, jumpLessEqualImmediate, jumpGreaterImmediate,
    jumpGreaterEqualImmediate
  case jumpLessDouble, jumpLessEqualDouble, jumpNotLessDouble, jumpNotLessEqualDouble, jumpEqualDouble,
    jumpNotEqualDouble
  /// a += 1; if a < b jump by c
  case forLess
  /// if a < b { a += 1; jump by c }
  case forLessEqual
  /// +(b) words of offsets: jump by the a-th, or past them if there are not as many.
  case jumpTable

  // Calls. The window of the callee begins at a: result, arguments. The last word of a call in cells, just before the
  /// return address, says where its translation goes on, or is zero.
  /// +2 entry, continuation
  case call
  /// +1 continuation: closure in b, its register in the window at c
  case callClosure
  /// +1 continuation: self in b, selector c
  case callMethod
  /// +1 continuation: type record in b, selector c
  case callDynamic
  /// +2 site, continuation: the dynamic type stands in b
  case callWitness
  /// +1 site
  case callNative
  case returnCall
  /// First instruction of a function not compiled yet. +1 entry
  case compile
  /// Last instruction below an outermost call.
  case exit

  // Objects
  /// +1 type: a = new instance, all zero
  case makeInstance
  /// +1 type: a = new object of b payload words, all zero
  case makeBox
  /// +2 type, entry: a = new closure of b captured words
  case makeClosure
  /// a is complete: its deinit counts from now
  case finishInstance
  /// a = weak cell of b (zero for zero)
  case makeWeak
  /// a = target of the cell b, retained, or zero
  case loadWeak
  case loadUnowned

  // Arrays
  /// a = count of b
  case arrayCount
  /// a = b[c]: one word; one reference
  case arrayGet, arrayGetReference
  /// a = c-th element of the array at address b + x words, of one word that owns nothing
  case arrayGetAt
  /// +1 layout: a… = b[c]
  case arrayGetValue
  /// +1 layout: a = address of b[c] for reading
  case arrayElement
  /// +1 type: a = address of element c of the array at address b, made unique
  case arrayElementAddress
  /// +1 type: (register a)[b] = c, elements of one word that own nothing
  case arraySet
  /// +1 type: the same for the array at address a + x words
  case arraySetAt
  /// +1 type: the array at address a, or in register a (c & 2), gets the element at b: one word (x = 1), retained if
  /// c & 1, or by its layout
  case arrayAppend

  // Tables whose keys compare without running code; +1 shape
  /// a… = optional value of the key at c in the table b; a = whether it is there
  case tableGet, tableContains
  /// a = address of the value of the key at c in the table at address b, made unique, or zero
  case tableAddress
  /// The table at address a gets the optional value at c for the key at b.
  case tableSet

  /// +1 where the translation goes on at the end, or zero: a, a + 1 = the position after the character at a of the string
  /// b, and that character; at the end jump by c
  case stringNext
  /// a = the text of b, of the kind x, as a new string
  case textMake
  /// The string in a (c = 0) or at the address in a gets the text of b, of the kind x.
  case textAppend
  /// a = operation x of b and c
  case textCompute

  // Errors
  /// The error at a (two words) is on its way.
  case throwError
  /// a = the error on its way
  case takeError
  /// Go on with what brought us to this pad.
  case resumeUnwind
  /// Trap number i of the function.
  case trap
}

package enum Instruction {
  package typealias Code = UnsafeMutablePointer<UInt64>

  @inline(__always)
  package static func make(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) -> UInt64 {
    UInt64(opcode.rawValue) | UInt64(UInt8(truncatingIfNeeded: x)) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
      | UInt64(UInt16(truncatingIfNeeded: b)) << 32 | UInt64(UInt16(truncatingIfNeeded: c)) << 48
  }

  @inline(__always)
  package static func make(_ opcode: Opcode, x: Int = 0, a: Int = 0, i: Int) -> UInt64 {
    UInt64(opcode.rawValue) | UInt64(UInt8(truncatingIfNeeded: x)) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
      | UInt64(UInt32(truncatingIfNeeded: i)) << 32
  }
}

extension UInt64 {
  @inline(__always) var opcode: Opcode { unsafeBitCast(UInt8(truncatingIfNeeded: self), to: Opcode.self) }
  @inline(__always) var x: Int { Int(UInt8(truncatingIfNeeded: self >> 8)) }
  @inline(__always) var a: Int { Int(UInt16(truncatingIfNeeded: self >> 16)) }
  @inline(__always) var b: Int { Int(UInt16(truncatingIfNeeded: self >> 32)) }
  @inline(__always) var c: Int { Int(self >> 48) }
  @inline(__always) var signedB: Int { Int(Int16(truncatingIfNeeded: self >> 32)) }
  @inline(__always) var signedC: Int { Int(Int16(truncatingIfNeeded: self >> 48)) }
  @inline(__always) var i: Int { Int(Int32(truncatingIfNeeded: self >> 32)) }
}

extension Opcode {
  /// Words that follow the instruction.
  package func extraWords(_ instruction: UInt64) -> Int {
    switch self {
    case .loadWord, .loadObject, .retainValue, .destroyValue, .loadGlobal, .storeGlobal, .checkGlobal, .callClosure, .callMethod,
      .callDynamic, .callNative, .compile, .makeInstance, .makeBox, .arrayGetValue, .arrayElement, .arrayElementAddress, .arraySet, .arraySetAt,
      .arrayAppend, .stringNext, .tableGet, .tableContains, .tableAddress, .tableSet: 1
    case .makeClosure, .call, .callWitness: 2
    case .jumpTable: instruction.b
    default: 0
    }
  }
}
