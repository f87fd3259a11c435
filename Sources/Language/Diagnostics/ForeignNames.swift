/// Names that people bring from Python and PyTorch, and what they are here.
enum ForeignNames {
  static let noImport = "cells have tensors, modules, optimizers and plots without an import"

  /// Names that stand alone.
  static let global: [String: String] = [
    "pass": "an empty block is '{ }'",
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

  /// Words that begin or join what Swift writes otherwise.
  static let word: [String: String] = [
    "and": "Swift's word is '&&'", "or": "Swift's word is '||'", "not": "Swift's word is '!': '!isEmpty'",
    "def": "a function is written 'func f(x: Double) -> Double { … }'", "elif": "Swift's words are 'else if'",
    "lambda": "a closure is written '{ x in x * 2 }', or '{ $0 * 2 }'", "assert": "'assert(…)' is a function",
    "raise": "Swift's word is 'throw'", "with": "a block stands in braces: 'noGrad { … }'",
    "del": "an element goes with 'xs.remove(at: i)' or 'd[key] = nil'", "from": noImport,
  ]
  static let declaration = "a new variable is declared: 'var x = 5', or with 'let' where it keeps its value"
  static let matrixProduct = "the product of matrices is 'matmul(a, b)'"
  static let choice = "a choice of two values is written 'condition ? a : b'"
  static let comprehension = "a list made from another is written 'xs.map { $0 * 2 }', a part of it 'xs.filter { $0 > 0 }'"
  static let slice = "a range of elements is written 'xs[0..<2]', 'xs[1...]' or 'xs.prefix(2)'"
  static let block = "a block stands in braces: '{ … }'"
  static let dictionary = "a dictionary is written '[\"a\": 1]'"
  static let formatted = "a value stands in a string as '\\(x)', and no letter before the string is needed"
  static let list = "several sizes are one list: '[2, 3]'"

  /// Functions of tensors by what does the same for an array.
  static let ofArray: [String: String] = [
    "sum": "'sum' is of tensors: of an array write 'xs.reduce(0, +)', or 'Tensor(xs).sum()'",
    "mean": "'mean' is of tensors: of an array write 'xs.reduce(0, +) / Double(xs.count)', or 'Tensor(xs).mean()'",
    "max": "of an array write 'xs.max()'", "min": "of an array write 'xs.min()'",
  ]
  static let tensorOfArray = "'Tensor(xs)' makes a tensor of an array"

  /// Members.
  static let member: [String: String] = [
    "forward": "a module is called like a function: 'model(x)'",
    "predict": "a module is called like a function: 'model(x)'",
    "fit": "a loop trains: 'optimizer.zeroGrad()', 'let loss = mseLoss(model(x), y)', 'loss.backward()', 'optimizer.step()'",
    "summary": "'namedParameters' are the parameters with their names, and 'graph(model(x))' draws the computation",
    "state_dict": "the parameters with their names are 'namedParameters'",
    "size": "the sizes are 'shape', the number of elements is 'count'", "dim": "the number of dimensions is 'rank'",
    "ndim": "the number of dimensions is 'rank'", "astype": "write 'to(.float64)'", "plot": "'plot(xs, ys)' draws",
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
