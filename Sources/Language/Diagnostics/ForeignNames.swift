/// Names that people bring from Python and PyTorch, and what they are here.
enum ForeignNames {
  static let noImport = "cells have tensors, modules, optimizers and plots without an import"

  /// Names that stand alone.
  static let global: [String: String] = [
    "None": "Swift's word is 'nil'", "null": "Swift's word is 'nil'", "NULL": "Swift's word is 'nil'",
    "True": "Swift's word is 'true'", "False": "Swift's word is 'false'",
    "len": "the number of elements is a property: 'xs.count'",
    "range": "a range is written '0..<n', one with its end '0...n'",
    "elif": "Swift's words are 'else if'",
    "lambda": "a closure is written '{ x in x * 2 }', or '{ $0 * 2 }'",
    "enumerate": "'enumerated()' is a method: 'for (i, x) in xs.enumerated()'",
    "sorted": "'sorted()' is a method: 'xs.sorted()'", "reversed": "'reversed()' is a method: 'xs.reversed()'",
    "sum": "'sum()' is a method of tensors; of an array write 'xs.reduce(0, +)'",
    "list": "an array of a sequence is 'Array(xs)'", "dict": "a dictionary is written '[\"a\": 1]', an empty one '[:]'",
    "str": "the text of a value is 'String(x)' or '\"\\(x)\"'", "int": "the type is 'Int'", "float": "the type is 'Float' or 'Double'",
    "torch": "names of the library stand alone: 'Tensor.randn', 'matmul', 'tanh'",
    "nn": "modules stand alone: 'Linear(2, 8)', 'Sequential(…)', 'ReLU()'",
    "optim": "optimizers stand alone: 'SGD(model.parameters, lr: 0.1)'",
    "F": "functions stand alone: 'relu(x)', 'crossEntropy(logits, classes)'",
    "np": "arrays are tensors: 'Tensor([1, 2, 3])', 'Tensor.zeros([2, 3])'",
    "numpy": "arrays are tensors: 'Tensor([1, 2, 3])', 'Tensor.zeros([2, 3])'",
    "plt": "'plot(xs, ys)' draws", "tensor": "the type is 'Tensor': 'Tensor([1, 2, 3])'",
  ]

  /// Members.
  static let member: [String: String] = [
    "forward": "a module is called like a function: 'model(x)'",
    "view": "write 'reshape([…])'",
    "len": "the number of elements is 'count'", "length": "the number of elements is 'count'",
    "zero_grad": "write 'zeroGrad()'", "requires_grad": "write 'requiresGrad'", "no_grad": "write 'noGrad { … }'",
    "cuda": "everything runs on the processor; there is no device to choose",
    "cpu": "everything runs on the processor; there is no device to choose",
    "numpy": "the numbers of a tensor are 'toArray()'", "tolist": "the numbers of a tensor are 'toArray()'",
    "push": "write 'append(x)'", "push_back": "write 'append(x)'", "add": "write '+', or 'append(x)' for an array",
    "includes": "write 'contains(x)'", "substring": "write 'prefix(n)', 'dropFirst(n)' or a range of indices",
    "strip": "write 'trimmingCharacters(in: .whitespaces)'", "upper": "write 'uppercased()'", "lower": "write 'lowercased()'",
    "startswith": "write 'hasPrefix(…)'", "endswith": "write 'hasSuffix(…)'", "items": "a dictionary is a sequence of pairs: 'for (key, value) in d'",
  ]
}
