import CKernels
import Nabla

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// training-bench THREADS: a peer of training.py, which speaks to it line by line.
//
//     prepare CASE FILE    the data and weights of the file; answers with the losses of eleven steps
//     time SECONDS         answers with the median and the least of the microseconds a step takes
//     run STEPS            runs so many, and answers with how many of them were replayed

nk_set_threads(CInt(CommandLine.arguments.dropFirst().first ?? "1") ?? 1)
var step: (() -> Tensor)?

func answer(_ values: [Double]) {
  print(values.map { "\($0)" }.joined(separator: " "))
  // The reader waits for the line.
  fflush(nil)
}

func microseconds(_ count: Int, _ step: () -> Tensor) -> Double {
  let clock = ContinuousClock()
  let duration = clock.measure { for _ in 0..<count { _ = step() } }
  return duration / .microseconds(1) / Double(count)
}

while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  switch words.first {
  case "prepare" where words.count == 3:
    let data = try TensorArchive.load(words[2])
    step = try trainingStep(words[1], data) { try $0.load(words[2], strict: false) }
    guard let step else { fatalError("no case \(words[1])") }
    answer((0..<11).map { _ in step().item() })
  case "time" where words.count == 2:
    guard let step, let seconds = Double(words[1]) else { fatalError("time before prepare") }
    let block = max(Int(1000 / microseconds(3, step)), 1)
    var times: [Double] = []
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while times.count < 5 || clock.now < end { times.append(microseconds(block, step)) }
    times.sort()
    answer([times[times.count / 2], times[0]])
  case "run" where words.count == 2:
    guard let step, let count = Int(words[1]) else { fatalError("run before prepare") }
    let before = engine.pointee.replay.replayedSteps
    for _ in 0..<count { _ = step() }
    answer([Double(engine.pointee.replay.replayedSteps - before)])
  default: fatalError("not understood: \(line)")
  }
}
