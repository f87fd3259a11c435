// Written by `make generate` from the library's public declarations; do not edit.

internal import Language
package import Nabla
package import Rendering

extension LibraryModule {
  static var types: [HostType] {
    [
      bridgeType("MIMEBundle", Rendering.MIMEBundle.self),
      bridgeType("MIMEType", Rendering.MIMEType.self),
      bridgeType("Chart", Rendering.Chart.self),
      bridgeType("Derivation", Rendering.Derivation.self),
      bridgeType("Frames", Rendering.Frames.self),
      bridgeType("Diagram", Rendering.Diagram.self),
      bridgeType("HTML", Rendering.HTML.self),
      bridgeType("Table", Rendering.Table.self),
      bridgeType("GradientCheck", Nabla.GradientCheck.self),
      bridgeType("GradientCheck.Entry", Nabla.GradientCheck.Entry.self),
      bridgeType("Dataset", Nabla.Dataset.self),
      bridgeType("CSV", Nabla.CSV.self),
      bridgeType("TensorArchive", Nabla.TensorArchive.self),
      bridgeType("DataLoader", Nabla.DataLoader.self),
      bridgeType("BatchIterator", Nabla.BatchIterator.self),
      bridgeType("Diagnosis", Nabla.Diagnosis.self),
      bridgeType("GradientReport", Nabla.GradientReport.self),
      bridgeType("RunComparison", Nabla.RunComparison.self),
      bridgeType("History", Nabla.History.self),
      bridgeType("ProgressBar", Nabla.ProgressBar.self),
      bridgeType("ReLU", Nabla.ReLU.self),
      bridgeType("Tanh", Nabla.Tanh.self),
      bridgeType("Sigmoid", Nabla.Sigmoid.self),
      bridgeType("LogSigmoid", Nabla.LogSigmoid.self),
      bridgeType("ReLU6", Nabla.ReLU6.self),
      bridgeType("LeakyReLU", Nabla.LeakyReLU.self),
      bridgeType("ELU", Nabla.ELU.self),
      bridgeType("SELU", Nabla.SELU.self),
      bridgeType("GELU", Nabla.GELU.self),
      bridgeType("SiLU", Nabla.SiLU.self),
      bridgeType("Mish", Nabla.Mish.self),
      bridgeType("Softplus", Nabla.Softplus.self),
      bridgeType("Softsign", Nabla.Softsign.self),
      bridgeType("HardSigmoid", Nabla.HardSigmoid.self),
      bridgeType("HardSwish", Nabla.HardSwish.self),
      bridgeType("Softmax", Nabla.Softmax.self),
      bridgeType("LogSoftmax", Nabla.LogSoftmax.self),
      bridgeType("Flatten", Nabla.Flatten.self),
      bridgeType("Conv2d", Nabla.Conv2d.self),
      bridgeType("Conv1d", Nabla.Conv1d.self),
      bridgeType("MaxPool2d", Nabla.MaxPool2d.self),
      bridgeType("AvgPool2d", Nabla.AvgPool2d.self),
      bridgeType("Embedding", Nabla.Embedding.self),
      bridgeType("Linear", Nabla.Linear.self),
      bridgeType("MultiHeadAttention", Nabla.MultiHeadAttention.self),
      bridgeType("BatchNorm", Nabla.BatchNorm.self),
      bridgeType("BatchNorm1d", Nabla.BatchNorm1d.self),
      bridgeType("BatchNorm2d", Nabla.BatchNorm2d.self),
      bridgeType("LayerNorm", Nabla.LayerNorm.self),
      bridgeType("Dropout", Nabla.Dropout.self),
      bridgeType("RecurrentModule", Nabla.RecurrentModule.self),
      bridgeType("RNN", Nabla.RNN.self),
      bridgeType("LSTM", Nabla.LSTM.self),
      bridgeType("GRU", Nabla.GRU.self),
      bridgeType("Sequential", Nabla.Sequential.self),
      bridgeType("Adam", Nabla.Adam.self),
      bridgeType("AdamW", Nabla.AdamW.self),
      bridgeType("RMSprop", Nabla.RMSprop.self),
      bridgeType("Adagrad", Nabla.Adagrad.self),
      bridgeType("SGD", Nabla.SGD.self),
      bridgeType("LBFGS", Nabla.LBFGS.self),
      bridgeType("Optimizer", Nabla.Optimizer.self),
      bridgeType("Schedule", Nabla.Schedule.self),
      bridgeType("StepLR", Nabla.StepLR.self),
      bridgeType("MultiStepLR", Nabla.MultiStepLR.self),
      bridgeType("ExponentialLR", Nabla.ExponentialLR.self),
      bridgeType("LinearLR", Nabla.LinearLR.self),
      bridgeType("CosineAnnealingLR", Nabla.CosineAnnealingLR.self),
      bridgeType("LambdaLR", Nabla.LambdaLR.self),
      bridgeType("ReduceLROnPlateau", Nabla.ReduceLROnPlateau.self),
      bridgeType("Generator", Nabla.Generator.self),
      bridgeType("AllIndex", Nabla.AllIndex.self),
      bridgeType("Tensor", Nabla.Tensor.self),
    ]
  }
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
