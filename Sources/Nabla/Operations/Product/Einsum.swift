/// Sums of products by Einstein's convention: `einsum("ij,jk->ik", a, b)` is the product of two matrices.
///
/// Each letter names a dimension. A letter that is not in the result is summed over; one that appears twice in an
/// operand takes its diagonal. Without an arrow the result has the letters that appear once, in alphabetical order.
public func einsum(_ equation: String, _ operands: Tensor...) -> Tensor {
  attempt { () throws(TensorError) in
    let (inputs, output) = try Einsum.parse(equation, operands)
    var remaining: [Einsum.Operand] = []
    for (letters, tensor) in zip(inputs, operands) {
      remaining.append(try Einsum.Operand(letters: letters, tensor: tensor).withoutRepeats(equation))
    }
    var result = remaining.removeFirst()
    while !remaining.isEmpty {
      let next = remaining.removeFirst()
      // Letters that neither the result nor a later operand asks for can be summed now.
      let needed = Set(output).union(remaining.flatMap(\.letters))
      result = Einsum.contract(result, next, keeping: needed)
    }
    result = result.summed(keeping: Set(output))
    let order = output.compactMap { letter in result.letters.firstIndex(of: letter) }
    return (order == Array(0..<order.count) ? result.tensor : result.tensor.permute(order)).node
  }
}

private enum Einsum {
  struct Operand {
    var letters: [Character]
    var tensor: Tensor

    /// The diagonal of each letter that appears twice.
    func withoutRepeats(_ equation: String) throws(TensorError) -> Operand {
      var operand = self
      while let (first, second) = operand.repeated {
        let rank = operand.letters.count
        guard operand.tensor.shape[first] == operand.tensor.shape[second] else {
          throw .shapes("einsum", "the dimensions '\(operand.letters[first])' of \"\(equation)\" differ",
            [operand.tensor.node.shape])
        }
        let others = (0..<rank).filter { $0 != first && $0 != second }
        let letter = operand.letters[first]
        operand.tensor = operand.tensor.permute(others + [first, second]).diagonal()
        operand.letters = others.map { operand.letters[$0] } + [letter]
      }
      return operand
    }

    private var repeated: (Int, Int)? {
      for (j, letter) in letters.enumerated() {
        if let i = letters[..<j].firstIndex(of: letter) { return (i, j) }
      }
      return nil
    }

    func summed(keeping needed: Set<Character>) -> Operand {
      let dims = letters.indices.filter { !needed.contains(letters[$0]) }
      if dims.isEmpty { return self }
      return Operand(letters: letters.filter { needed.contains($0) }, tensor: tensor.sum(dim: Array(dims)))
    }

    /// With the letters in this order, those of each group joined to one dimension.
    func grouped(_ groups: [[Character]]) -> Tensor {
      let order = groups.flatMap { $0 }.compactMap { letters.firstIndex(of: $0) }
      let sizes = groups.map { group in
        group.reduce(1) { product, letter in
          product * (letters.firstIndex(of: letter).map { tensor.shape[$0] } ?? 1)
        }
      }
      return tensor.permute(order).reshape(sizes)
    }
  }

  /// The product of two operands, summed over the letters that both have and nobody needs: one product of matrices.
  static func contract(_ a: Operand, _ b: Operand, keeping needed: Set<Character>) -> Operand {
    let a = a.summed(keeping: needed.union(b.letters))
    let b = b.summed(keeping: needed.union(a.letters))
    let shared = a.letters.filter { b.letters.contains($0) }
    let batch = shared.filter { needed.contains($0) }
    let summed = shared.filter { !needed.contains($0) }
    let left = a.letters.filter { !shared.contains($0) }
    let right = b.letters.filter { !shared.contains($0) }
    func size(_ letter: Character) -> Int {
      if let i = a.letters.firstIndex(of: letter) { return a.tensor.shape[i] }
      return b.letters.firstIndex(of: letter).map { b.tensor.shape[$0] } ?? 1
    }
    let product = a.grouped([batch, left, summed]).matmul(b.grouped([batch, summed, right]))
    let letters = batch + left + right
    return Operand(letters: letters, tensor: product.reshape(letters.map(size)))
  }

  static func parse(
    _ equation: String, _ operands: [Tensor]
  ) throws(TensorError) -> (inputs: [[Character]], output: [Character]) {
    let text = equation.filter { $0 != " " }
    let sides = text.split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count <= 2, sides.count == 1 || sides[1].first == ">" else {
      throw .argument("einsum", "\"\(equation)\" is not of the form \"ij,jk->ik\"")
    }
    let inputs = sides[0].split(separator: ",", omittingEmptySubsequences: false).map { Array($0) }
    guard inputs.count == operands.count, !operands.isEmpty else {
      throw .argument("einsum", "\"\(equation)\" is for \(inputs.count) operands; given \(operands.count)")
    }
    var sizes: [Character: Int] = [:]
    for (letters, tensor) in zip(inputs, operands) {
      guard letters.allSatisfy(\.isLetter), letters.count == tensor.rank else {
        throw .shapes("einsum", "\"\(String(letters))\" must have one letter for each dimension",
          [tensor.node.shape])
      }
      for (letter, size) in zip(letters, tensor.shape) {
        guard sizes[letter, default: size] == size else {
          throw .shapes("einsum", "the dimensions '\(letter)' of \"\(equation)\" differ", operands.map(\.node.shape))
        }
        sizes[letter] = size
      }
    }
    let all = inputs.flatMap { $0 }
    let output =
      sides.count == 2
      ? Array(sides[1].dropFirst()) : Set(all).filter { l in all.filter { $0 == l }.count == 1 }.sorted()
    guard Set(output).count == output.count, output.allSatisfy({ sizes[$0] != nil }) else {
      throw .argument("einsum", "the result of \"\(equation)\" must have letters of the operands, each once")
    }
    return (inputs, output)
  }
}
