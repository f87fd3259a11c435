// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
package import Nabla
package import Rendering

extension LibraryModule {
  static func type(named name: String) -> HostType? {
    switch name {
    case "MIMEBundle": bridgeType(name, Rendering.MIMEBundle.self)
    case "MIMEType": bridgeType(name, Rendering.MIMEType.self)
    case "Chart": bridgeType(name, Rendering.Chart.self)
    case "Derivation": bridgeType(name, Rendering.Derivation.self)
    case "Frames": bridgeType(name, Rendering.Frames.self)
    case "Diagram": bridgeType(name, Rendering.Diagram.self)
    case "HTML": bridgeType(name, Rendering.HTML.self)
    case "Table": bridgeType(name, Rendering.Table.self)
    case "GradientCheck": bridgeType(name, Nabla.GradientCheck.self)
    case "GradientCheck.Entry": bridgeType(name, Nabla.GradientCheck.Entry.self)
    case "Dataset": bridgeType(name, Nabla.Dataset.self)
    case "CSV": bridgeType(name, Nabla.CSV.self)
    case "TensorArchive": bridgeType(name, Nabla.TensorArchive.self)
    case "DataLoader": bridgeType(name, Nabla.DataLoader.self)
    case "BatchIterator": bridgeType(name, Nabla.BatchIterator.self)
    case "Diagnosis": bridgeType(name, Nabla.Diagnosis.self)
    case "GradientReport": bridgeType(name, Nabla.GradientReport.self)
    case "RunComparison": bridgeType(name, Nabla.RunComparison.self)
    case "History": bridgeType(name, Nabla.History.self)
    case "ProgressBar": bridgeType(name, Nabla.ProgressBar.self)
    case "ReLU": bridgeType(name, Nabla.ReLU.self)
    case "Tanh": bridgeType(name, Nabla.Tanh.self)
    case "Sigmoid": bridgeType(name, Nabla.Sigmoid.self)
    case "LogSigmoid": bridgeType(name, Nabla.LogSigmoid.self)
    case "ReLU6": bridgeType(name, Nabla.ReLU6.self)
    case "LeakyReLU": bridgeType(name, Nabla.LeakyReLU.self)
    case "ELU": bridgeType(name, Nabla.ELU.self)
    case "SELU": bridgeType(name, Nabla.SELU.self)
    case "GELU": bridgeType(name, Nabla.GELU.self)
    case "SiLU": bridgeType(name, Nabla.SiLU.self)
    case "Mish": bridgeType(name, Nabla.Mish.self)
    case "Softplus": bridgeType(name, Nabla.Softplus.self)
    case "Softsign": bridgeType(name, Nabla.Softsign.self)
    case "HardSigmoid": bridgeType(name, Nabla.HardSigmoid.self)
    case "HardSwish": bridgeType(name, Nabla.HardSwish.self)
    case "Softmax": bridgeType(name, Nabla.Softmax.self)
    case "LogSoftmax": bridgeType(name, Nabla.LogSoftmax.self)
    case "Flatten": bridgeType(name, Nabla.Flatten.self)
    case "Conv2d": bridgeType(name, Nabla.Conv2d.self)
    case "Conv1d": bridgeType(name, Nabla.Conv1d.self)
    case "MaxPool2d": bridgeType(name, Nabla.MaxPool2d.self)
    case "AvgPool2d": bridgeType(name, Nabla.AvgPool2d.self)
    case "Embedding": bridgeType(name, Nabla.Embedding.self)
    case "Linear": bridgeType(name, Nabla.Linear.self)
    case "MultiHeadAttention": bridgeType(name, Nabla.MultiHeadAttention.self)
    case "BatchNorm": bridgeType(name, Nabla.BatchNorm.self)
    case "BatchNorm1d": bridgeType(name, Nabla.BatchNorm1d.self)
    case "BatchNorm2d": bridgeType(name, Nabla.BatchNorm2d.self)
    case "LayerNorm": bridgeType(name, Nabla.LayerNorm.self)
    case "Dropout": bridgeType(name, Nabla.Dropout.self)
    case "RecurrentModule": bridgeType(name, Nabla.RecurrentModule.self)
    case "RNN": bridgeType(name, Nabla.RNN.self)
    case "LSTM": bridgeType(name, Nabla.LSTM.self)
    case "GRU": bridgeType(name, Nabla.GRU.self)
    case "Sequential": bridgeType(name, Nabla.Sequential.self)
    case "Adam": bridgeType(name, Nabla.Adam.self)
    case "AdamW": bridgeType(name, Nabla.AdamW.self)
    case "RMSprop": bridgeType(name, Nabla.RMSprop.self)
    case "Adagrad": bridgeType(name, Nabla.Adagrad.self)
    case "SGD": bridgeType(name, Nabla.SGD.self)
    case "LBFGS": bridgeType(name, Nabla.LBFGS.self)
    case "Optimizer": bridgeType(name, Nabla.Optimizer.self)
    case "Schedule": bridgeType(name, Nabla.Schedule.self)
    case "StepLR": bridgeType(name, Nabla.StepLR.self)
    case "MultiStepLR": bridgeType(name, Nabla.MultiStepLR.self)
    case "ExponentialLR": bridgeType(name, Nabla.ExponentialLR.self)
    case "LinearLR": bridgeType(name, Nabla.LinearLR.self)
    case "CosineAnnealingLR": bridgeType(name, Nabla.CosineAnnealingLR.self)
    case "LambdaLR": bridgeType(name, Nabla.LambdaLR.self)
    case "ReduceLROnPlateau": bridgeType(name, Nabla.ReduceLROnPlateau.self)
    case "Generator": bridgeType(name, Nabla.Generator.self)
    case "AllIndex": bridgeType(name, Nabla.AllIndex.self)
    case "Tensor": bridgeType(name, Nabla.Tensor.self)
    default: nil
    }
  }

  static let typeNames = [
    "MIMEBundle",
    "MIMEType",
    "Chart",
    "Derivation",
    "Frames",
    "Diagram",
    "HTML",
    "Table",
    "GradientCheck",
    "GradientCheck.Entry",
    "Dataset",
    "CSV",
    "TensorArchive",
    "DataLoader",
    "BatchIterator",
    "Diagnosis",
    "GradientReport",
    "RunComparison",
    "History",
    "ProgressBar",
    "ReLU",
    "Tanh",
    "Sigmoid",
    "LogSigmoid",
    "ReLU6",
    "LeakyReLU",
    "ELU",
    "SELU",
    "GELU",
    "SiLU",
    "Mish",
    "Softplus",
    "Softsign",
    "HardSigmoid",
    "HardSwish",
    "Softmax",
    "LogSoftmax",
    "Flatten",
    "Conv2d",
    "Conv1d",
    "MaxPool2d",
    "AvgPool2d",
    "Embedding",
    "Linear",
    "MultiHeadAttention",
    "BatchNorm",
    "BatchNorm1d",
    "BatchNorm2d",
    "LayerNorm",
    "Dropout",
    "RecurrentModule",
    "RNN",
    "LSTM",
    "GRU",
    "Sequential",
    "Adam",
    "AdamW",
    "RMSprop",
    "Adagrad",
    "SGD",
    "LBFGS",
    "Optimizer",
    "Schedule",
    "StepLR",
    "MultiStepLR",
    "ExponentialLR",
    "LinearLR",
    "CosineAnnealingLR",
    "LambdaLR",
    "ReduceLROnPlateau",
    "Generator",
    "AllIndex",
    "Tensor",
  ]
}

extension Rendering.MIMEBundle: NativeValue {}

extension Rendering.MIMEType: NativeValue {}

extension Rendering.Chart: NativeValue {}

extension Rendering.Derivation: NativeValue {}

extension Rendering.Frames: NativeValue {}

extension Rendering.Diagram: NativeValue {}

extension Rendering.HTML: NativeValue {}

extension Rendering.Table: NativeValue {}

extension Nabla.GradientCheck: NativeValue {}

extension Nabla.GradientCheck.Entry: NativeValue {}

extension Nabla.Dataset: NativeValue {}

extension Nabla.CSV: NativeValue {}

extension Nabla.TensorArchive: NativeValue {}

extension Nabla.DataLoader: NativeValue {}

extension Nabla.BatchIterator: NativeValue {}

extension Nabla.Diagnosis: NativeValue {}

extension Nabla.GradientReport: NativeValue {}

extension Nabla.RunComparison: NativeValue {}

extension Nabla.History: NativeValue {}

extension Nabla.ProgressBar: NativeValue {}

extension Nabla.ReLU: NativeValue {}

extension Nabla.Tanh: NativeValue {}

extension Nabla.Sigmoid: NativeValue {}

extension Nabla.LogSigmoid: NativeValue {}

extension Nabla.ReLU6: NativeValue {}

extension Nabla.LeakyReLU: NativeValue {}

extension Nabla.ELU: NativeValue {}

extension Nabla.SELU: NativeValue {}

extension Nabla.GELU: NativeValue {}

extension Nabla.SiLU: NativeValue {}

extension Nabla.Mish: NativeValue {}

extension Nabla.Softplus: NativeValue {}

extension Nabla.Softsign: NativeValue {}

extension Nabla.HardSigmoid: NativeValue {}

extension Nabla.HardSwish: NativeValue {}

extension Nabla.Softmax: NativeValue {}

extension Nabla.LogSoftmax: NativeValue {}

extension Nabla.Flatten: NativeValue {}

extension Nabla.Conv2d: NativeValue {}

extension Nabla.Conv1d: NativeValue {}

extension Nabla.MaxPool2d: NativeValue {}

extension Nabla.AvgPool2d: NativeValue {}

extension Nabla.Embedding: NativeValue {}

extension Nabla.Linear: NativeValue {}

extension Nabla.MultiHeadAttention: NativeValue {}

extension Nabla.BatchNorm: NativeValue {}

extension Nabla.LayerNorm: NativeValue {}

extension Nabla.Dropout: NativeValue {}

extension Nabla.RecurrentModule: NativeValue {}

extension Nabla.Sequential: NativeValue {}

extension Nabla.Optimizer: NativeValue {}

extension Nabla.Schedule: NativeValue {}

extension Nabla.ReduceLROnPlateau: NativeValue {}

extension Nabla.Generator: NativeValue {}

extension Nabla.AllIndex: NativeValue {}

extension Rendering.OutputStream: TaggedValue {
  package static var tags: [Self] { [.stdout, .stderr] }
}

extension Nabla.GradientVerdict: TaggedValue {
  package static var tags: [Self] { [.certified, .excused, .kink, .wrong] }
}

extension Nabla.LossReduction: TaggedValue {
  package static var tags: [Self] { [.none, .mean, .sum] }
}

extension Nabla.Generator.Kind: TaggedValue {
  package static var tags: [Self] { [.torch, .numpy, .python, .philox, .threefry] }
}

extension Nabla.DType: TaggedValue {
  package static var tags: [Self] { [.bool, .int64, .float32, .float64] }
}
