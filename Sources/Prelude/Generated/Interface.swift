// Written by `make generate` from the library's public declarations; do not edit.

extension LibraryModule {
  /// What cells can call, as source text.
  static let interface = ##"""
    /// One output in every form a front end may ask for, keyed by MIME type; `text/plain` is always there.
    @native("MIMEBundle") public struct MIMEBundle {
      /// A bundle that a terminal can show.
      @native(0) public init(text: String)
      /// The bundle with an HTML form, for front ends that show pages.
      @native(1) public func adding(html: String) -> MIMEBundle
      /// The bundle with a Markdown form.
      @native(2) public func adding(markdown: String) -> MIMEBundle
      /// The bundle with a LaTeX form; formulas stand between dollar signs.
      @native(3) public func adding(latex: String) -> MIMEBundle
      /// The bundle with a drawing, and a PNG of it where this machine can make one.
      @native(4) public func adding(svg: String) -> MIMEBundle
      /// The text a terminal shows.
      public var text: String { @native(5) get }
    }
    /// A MIME type: an open set, so that a new renderer needs no change here.
    @native("MIMEType") public struct MIMEType {
      public var rawValue: String { @native(6) get @native(7) set }
      @native(8) public init(rawValue: String)
    }
    /// A value that knows how to be shown: one conformance makes it a cell's result, an argument of `display` and a
    /// picture in a notebook.
    public protocol Displayable {
      /// The value in every form it has.
      public var bundle: MIMEBundle { get }
    }
    /// A chart: one or more panels, each with two axes and layers of marks.
    ///
    /// As a cell's result it is a Vega-Lite chart, which front ends draw with tooltips, an SVG, a PNG, and a drawing in
    /// characters for terminals.
    ///
    /// ```swift
    /// Chart(title: "squares", x: "n", y: "n²").line([1, 2, 3], [1, 4, 9], name: "n²")
    /// ```
    @native("Chart") public struct Chart: Displayable {
      /// An empty chart with one panel, to which `line`, `points` and `bars` add.
      ///
      /// - Parameters:
      ///   - title: what stands above the chart
      ///   - x: the name of the horizontal axis
      ///   - y: the name of the vertical axis
      ///   - logX: whether the horizontal axis is logarithmic; values that are not positive are then left out
      ///   - logY: whether the vertical axis is logarithmic
      @native(9) public init(title: String = "", x: String = "", y: String = "", logX: Bool = false, logY: Bool = false)
      /// The chart with a line through points; NaN and infinity break the line.
      @native(10) public func line(_ x: [Double], _ y: [Double], name: String = "") -> Chart
      /// The chart with a line through values at 0, 1, 2, …
      @native(11) public func line(_ y: [Double], name: String = "") -> Chart
      /// The chart with a dot at each point.
      @native(12) public func points(_ x: [Double], _ y: [Double], name: String = "") -> Chart
      /// The chart with a bar from zero to each value, at 0, 1, 2, …
      @native(13) public func bars(_ values: [Double], name: String = "") -> Chart
      public var bundle: MIMEBundle { @native(14) get }
    }
    /// A chain of formulas with words between them: a gradient worked out with its numbers.
    ///
    /// As a cell's result it is Markdown and LaTeX, which notebooks typeset, and text for a terminal.
    @native("Derivation") public struct Derivation: Displayable {
      public var bundle: MIMEBundle { @native(15) get }
    }
    /// Pictures one after the other, each with its words: a calculation step by step.
    ///
    /// As a cell's result it is HTML in which every step opens with a click, without a script, so that it works in an
    /// exported page and in a notebook that is not trusted; in a terminal the steps follow one another as text.
    @native("Frames") public struct Frames: Displayable {
      public var bundle: MIMEBundle { @native(16) get }
    }
    /// A directed graph of labelled boxes: a computation graph, a network.
    ///
    /// As a cell's result it is a drawing, laid out by Graphviz and drawn here, as SVG and PNG; in a terminal, a list of
    /// the nodes in order, each with the nodes it comes from.
    @native("Diagram") public struct Diagram: Displayable {
      public var bundle: MIMEBundle { @native(17) get }
    }
    /// Shows a value in its richest form: a table, a chart, a graph, a tensor.
    @native(18) public func display(_ value: any Displayable)
    /// Shows a value as a display with a name, which `updateDisplay(_:id:)` can change later.
    @native(19) public func display(_ value: any Displayable, id: String)
    /// Changes every display of this name, also one of an earlier cell.
    ///
    /// A display changes at most 20 times a second; the last value given is always the one that stays.
    @native(20) public func updateDisplay(_ value: any Displayable, id: String)
    /// Shows a piece of HTML. Front ends remove scripts and style elements from notebooks that are not trusted.
    @native(21) public func display(html: String)
    /// Shows Markdown, with formulas between dollar signs.
    @native(22) public func display(markdown: String)
    /// Shows a formula; `$$` is put around it unless it has its own delimiters.
    @native(23) public func display(latex: String)
    /// Shows a drawing, given as SVG source, with a PNG of it where librsvg is installed.
    @native(24) public func display(svg: String)
    /// Shows a picture, given as the bytes of a PNG file.
    @native(25) public func display(png: [UInt8])
    /// Writes a line to standard error, which notebooks set off in colour.
    @native(26) public func printError(_ message: String)
    /// Clears the output of the cell; with `wait: true` only when the next output comes, which avoids flicker.
    @native(27) public func clearOutput(wait: Bool = false)
    /// A piece of HTML as a value: the result of a cell, or an argument of `display`.
    @native("HTML") public struct HTML: Displayable {
      /// The HTML source.
      public var source: String { @native(28) get @native(29) set }
      /// Takes HTML source as it is; text of others must be escaped first, as `HTML.escape(_:)` does.
      @native(30) public init(_ source: String)
      /// The text with the five characters of HTML's syntax replaced: `<` becomes `&lt;`.
      @native(31) public static func escape(_ text: String) -> String
      public var bundle: MIMEBundle { @native(32) get }
    }
    /// Where output goes: a notebook, a terminal, a test.
    public protocol OutputSink: AnyObject {
      /// Text of one of the two streams, in the order written.
      public func write(_ text: String, to stream: OutputStream)
      /// A display; `id` names it for later updates.
      public func display(_ bundle: MIMEBundle, id: String?)
      /// Replaces every display with this id.
      public func update(_ bundle: MIMEBundle, id: String)
      /// Clears the cell's output; with `wait`, at the moment the next output comes.
      public func clear(wait: Bool)
    }
    /// One of the two text streams of a cell.
    public enum OutputStream: String {
      case stdout
      case stderr
    }
    /// A table: columns of numbers or words under their names.
    ///
    /// As a cell's result it is an HTML table with inline styles, which reads in light and dark themes and in notebooks
    /// that are not trusted, and aligned text in a terminal. A long table shows its first and last rows.
    @native("Table") public struct Table: Displayable {
      /// A table of numbers: one name for each column, one array for each row.
      ///
      /// A row shorter than the header is filled with blanks; values beyond the header are left out.
      @native(33) public init(_ header: [String], rows: [[Double]], caption: String = "")
      /// A table of words: one name for each column, one array for each row.
      ///
      /// A row shorter than the header is filled with blanks; values beyond the header are left out.
      @native(34) public init(_ header: [String], rows: [[String]], caption: String = "")
      /// The number of rows.
      public var rowCount: Int { @native(35) get }
      public var bundle: MIMEBundle { @native(36) get }
    }
    extension Tensor {
      /// Computes the gradient of this number by everything with `requiresGrad` that it was computed from.
      ///
      /// Leaves add it to their `.grad`. Intermediate results keep theirs too when they have a name or at most 65,536
      /// elements. The graph can be used once, unless it is retained.
      ///
      /// - Parameters:
      ///   - gradient: where to start when this is not a single number; in its shape.
      ///   - retainGraph: keeps the graph for another backward.
      ///   - createGraph: makes the gradients differentiable in their turn; retains the graph.
      @native(37) public func backward(gradient: Tensor? = nil, retainGraph: Bool = false, createGraph: Bool = false)
    }
    /// Whether operations are recorded for backward.
    ///
    /// `noGrad` turns it off for a block.
    public var isGradEnabled: Bool { @native(38) get }
    /// Turns recording on or off until told otherwise, and says what it was.
    ///
    /// Prefer `noGrad { … }`, which restores it.
    @native(39) @discardableResult public func setGradEnabled(_ isEnabled: Bool) -> Bool
    /// Runs `body` without recording its operations, and gives back its value.
    ///
    /// No gradient flows through what is computed inside; a parameter may be changed in place: `noGrad { w -= 0.1 * g }`.
    public func noGrad<T>(_ body: () throws -> T) rethrows -> T {
      let previous = setGradEnabled(false)
      defer { setGradEnabled(previous) }
      return try body()
    }
    /// What comparing one element of a gradient with finite differences found.
    public enum GradientVerdict: String, CaseIterable {
      /// The two agree to the relative tolerance.
      case certified
      /// They do not agree relatively, but both are so small that differences cannot tell.
      case excused
      /// The function has a kink here: its slopes from the left and the right differ.
      case kink
      /// The gradient is wrong.
      case wrong
    }
    /// A gradient beside finite differences, element by element.
    @native("GradientCheck") public struct GradientCheck: CustomStringConvertible {
      /// One element of one input.
      @native("GradientCheck.Entry") public struct Entry {
        /// The number of the input.
        public var input: Int { @native(40) get }
        /// The position in the input, dimension by dimension.
        public var position: [Int] { @native(41) get }
        /// What backward computed.
        public var analytic: Double { @native(42) get }
        /// What the central difference gave.
        public var numeric: Double { @native(43) get }
        /// Whether the two agree.
        public var verdict: GradientVerdict { @native(44) get }
      }
      /// All elements of all inputs.
      public var entries: [Entry] { @native(45) get }
      /// Whether no element is wrong.
      public var isPassed: Bool { @native(46) get }
      /// How many elements have a verdict.
      @native(47) public func count(_ verdict: GradientVerdict) -> Int
      /// The counts, and the first elements that are wrong.
      public var description: String { @native(48) get }
    }
    /// Compares the gradient that backward computes with central differences, in Float64.
    ///
    /// The function is given the inputs, converted to Float64 and free of history. When its result is not a single number
    /// it is projected onto one by fixed weights.
    ///
    /// - Parameters:
    ///   - eps: the step of the differences, relative to elements beyond 1.
    ///   - rtol: up to this relative error an element is certified.
    ///   - atol: up to this absolute error, relative to the size of the function, an element is excused.
    @native(49) public func gradcheck(_ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], eps: Double = 1e-6, rtol: Double = 1e-5, atol: Double = 1e-8) -> GradientCheck
    /// Searches every result for NaN and infinity from now on, or no longer.
    ///
    /// An operation that makes one from finite inputs is an error that names it, its cell and line, and the shapes. It
    /// costs a pass over each result, so it is off at first.
    @native(50) public func detectAnomaly(_ isEnabled: Bool = true)
    /// Computes every replayed step a second time in the ordinary way from now on, and compares, or no longer.
    ///
    /// A step of training that repeats is replayed: its kernels run again, on the same memory, without the work that led to
    /// them. The results are the same to the last bit; this shows it. A value or gradient that differs is an error that
    /// names the operation, its cell and line, and the element.
    @native(51) public func verifyReplay(_ isEnabled: Bool = true)
    @native(52) func _applied52(_ f: @escaping (Tensor) -> Tensor, _ argument0: Tensor) -> Tensor
    /// The gradient function of a function: `grad(of: f)(x)` is ∂f/∂x in the shape of x.
    ///
    /// The function must give a single number. The gradient can be differentiated in its turn: `grad(of: grad(of: f))`.
    public func grad(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
      { (argument0: Tensor) -> Tensor in _applied52(f, argument0) }
    }
    @native(53) func _applied53(_ f: @escaping (Tensor) -> Tensor, _ argument0: Tensor) -> (value: Tensor, gradient: Tensor)
    /// A function and its gradient at once: `valueAndGrad(of: f)(x)` is (f(x), ∂f/∂x).
    public func valueAndGrad(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> (value: Tensor, gradient: Tensor) {
      { (argument0: Tensor) -> (value: Tensor, gradient: Tensor) in _applied53(f, argument0) }
    }
    /// The vector-Jacobian product: f(x), and vᵀ·J for a v in the shape of f(x). One backward pass.
    @native(54) public func vjp(_ f: (Tensor) -> Tensor, _ x: Tensor, _ v: Tensor) -> (value: Tensor, product: Tensor)
    /// The Jacobian-vector product: f(x), and J·v for a v in the shape of x.
    ///
    /// It is the derivative of the vector-Jacobian product, which is linear, by its vector: two backward passes.
    @native(55) public func jvp(_ f: (Tensor) -> Tensor, _ x: Tensor, _ v: Tensor) -> (value: Tensor, product: Tensor)
    @native(56) func _applied56(_ f: @escaping (Tensor) -> Tensor, _ argument0: Tensor) -> Tensor
    /// The Jacobian function of a function: the derivative of each element of f(x) by each of x, in the shape of f(x)
    /// followed by that of x. One backward pass for each element of f(x).
    public func jacobian(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
      { (argument0: Tensor) -> Tensor in _applied56(f, argument0) }
    }
    @native(57) func _applied57(_ f: @escaping (Tensor) -> Tensor, _ argument0: Tensor) -> Tensor
    /// The Hessian function of a function that gives a single number: all second derivatives, in the shape of x twice.
    public func hessian(of f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
      { (argument0: Tensor) -> Tensor in _applied57(f, argument0) }
    }
    /// Examples for training: inputs x and what is known about each, y. The first dimension of both numbers the examples.
    ///
    /// Two classes are told apart by one number, 0 or 1, in y of shape [n, 1]; more classes by their number in y of shape
    /// [n], an Int64, as `crossEntropy` takes it.
    @native("Dataset") public struct Dataset {
      /// The inputs, [n, …].
      public var x: Tensor { @native(58) get }
      /// What is to be learned, [n] or [n, …].
      public var y: Tensor { @native(59) get }
      /// What the numbers of an input are, where that is known.
      public var featureNames: [String] { @native(60) get }
      /// What the classes are, where that is known.
      public var classNames: [String] { @native(61) get }
      /// Examples x with what is to be learned about each, y.
      @native(62) public init(_ x: Tensor, _ y: Tensor, featureNames: [String] = [], classNames: [String] = [])
      /// How many examples there are.
      public var count: Int { @native(63) get }
      /// Example i.
      public subscript(_ i: Int) -> (Tensor, Tensor) { @native(64) get }
      /// The examples with these numbers, in this order.
      @native(65) public func select(_ indices: [Int]) -> Dataset
      /// The examples in random order.
      @native(66) public func shuffled(generator: Generator? = nil) -> Dataset
      /// The first part of the examples and the rest, for training and for testing; shuffle before.
      /// - Parameter share: the first part's share of the examples, rounded down to whole ones
      @native(67) public func split(_ share: Double) -> (Dataset, Dataset)
    }
    extension Dataset: CustomStringConvertible {
      /// The shapes, and the names of the classes.
      public var description: String { @native(68) get }
    }
    extension Dataset {
      /// 28 × 28 pictures of clothes in ten classes, 60,000 to train with and 10,000 to test (Xiao, Rasul and Vollgraf,
      /// 2017), from Debian's package `dataset-fashion-mnist`. x [n, 784] from 0 to 1, y [n].
      ///
      /// Throws where the package is not installed.
      @native(69) public static func fashionMNIST(train: Bool = true) throws -> Dataset
    }
    extension Dataset {
      /// Exclusive or: the four pairs of 0 and 1, and whether they differ. x [4, 2], y [4, 1].
      public static var xor: Dataset { @native(70) get }
      /// Two half circles that reach into each other, as scikit-learn's `make_moons` makes them: with the generator
      /// `Generator(.numpy, seed: s)` the same points as after `numpy.random.seed(s)`. x [count, 2], y [count, 1].
      /// - Parameter noise: the standard deviation of what is added to each coordinate
      @native(71) public static func moons(_ count: Int, noise: Double = 0.1, generator: Generator? = nil, dtype: DType = .float32) -> Dataset
      /// Arms of a spiral, a class each, as the notes of Stanford's CS231n draw them: with the generator
      /// `Generator(.numpy, seed: s)` the same points as after `numpy.random.seed(s)`. x [count · classes, 2],
      /// y [count · classes].
      /// - Parameters:
      ///   - count: the points of one arm
      ///   - noise: the standard deviation of what is added to each angle
      @native(72) public static func spiral(_ count: Int = 100, classes: Int = 3, noise: Double = 0.2, generator: Generator? = nil, dtype: DType = .float32) -> Dataset
    }
    extension Dataset {
      /// Anderson's irises as Fisher published them in 1936: sepal and petal length and width in centimetres, of 50 flowers
      /// of each of three species. x [150, 4], y [150].
      public static var iris: Dataset { @native(73) get }
      /// Handwritten digits of 8 × 8 pixels from 0 to 16, the test part of the set by Alpaydin and Kaynak (1998).
      /// x [1797, 64], y [1797].
      public static var digits: Dataset { @native(74) get }
    }
    /// Rows of numbers and words under column names, as a CSV file holds them.
    ///
    /// ```swift
    /// let flowers = try CSV.load("flowers.csv")
    /// let x = flowers.tensor(["petal length", "petal width"])    // [count, 2]
    /// let y = flowers.classes("species")                         // 0, 1, 2 by order of appearance
    /// ```
    @native("CSV") public struct CSV {
      /// The names of the columns.
      public var names: [String] { @native(75) get }
      /// A table of numbers: a column of the matrix for each name.
      @native(76) public init(_ names: [String], _ values: Tensor)
      /// A table from a file of comma-separated values.
      ///
      /// The first line names the columns unless all of its fields are numbers, or `header` says otherwise; without names
      /// the columns are called "0", "1", …
      /// - Parameter separator: what stands between the fields: `","` unless another character is given, such as `"\t"`
      @native(77) public static func load(_ path: String, header: Bool? = nil, separator: String = ",") throws -> CSV
      /// Writes the table to a file of comma-separated values, its names in the first line.
      @native(78) public func save(_ path: String) throws
      /// How many rows there are.
      public var count: Int { @native(79) get }
      /// The numbers of a column; a missing value (an empty field) is NaN.
      public subscript(_ name: String) -> Tensor { @native(80) get }
      /// The numbers of these columns, all where none are named: shape [count, columns]. A missing value is NaN.
      @native(81) public func tensor(_ columns: [String] = [], dtype: DType = .float32) -> Tensor
      /// The fields of a column as they are written.
      @native(82) public func text(_ name: String) -> [String]
      /// The different words of a column, in the order of their first appearance.
      @native(83) public func classNames(_ name: String) -> [String]
      /// The words of a column as class numbers (Int64): the places of the words in `classNames`.
      @native(84) public func classes(_ name: String) -> Tensor
    }
    extension CSV: CustomStringConvertible {
      /// The size and the names.
      public var description: String { @native(85) get }
    }
    extension Tensor {
      /// The array in a file of NumPy's format `.npy`: `numpy.save("x.npy", a)` made it.
      ///
      /// Integers of every width become Int64, halves Float32. Throws when the file is missing, damaged, or holds records.
      @native(86) public static func load(_ path: String) throws -> Tensor
      /// Writes the elements to a file in NumPy's format `.npy`: `numpy.load("x.npy")` reads it.
      @native(87) public func save(_ path: String) throws
    }
    /// Tensors by name, as a `.safetensors` or `.npz` file holds them.
    ///
    /// ```swift
    /// var archive = TensorArchive()
    /// archive["w"] = Tensor([[1, 2], [3, 4]])
    /// try archive.save("weights.safetensors")
    /// try TensorArchive.load("weights.safetensors")["w"]
    /// ```
    @native("TensorArchive") public struct TensorArchive {
      /// An archive without tensors.
      @native(88) public init()
      /// The names, in the order of the file.
      public var names: [String] { @native(89) get }
      /// How many tensors there are.
      public var count: Int { @native(90) get }
      /// The tensor of a name. Setting replaces it, or adds it at the end.
      public subscript(_ name: String) -> Tensor { @native(91) get @native(92) set }
      /// Whether there is a tensor of that name.
      @native(93) public func contains(_ name: String) -> Bool
      /// The text a safetensors file keeps beside its tensors under a key (its `__metadata__`), nil where there is none.
      @native(94) public func note(_ key: String) -> String?
      /// Keeps a text beside the tensors, in a safetensors file only.
      @native(95) public mutating func setNote(_ key: String, _ text: String)
      /// The tensors of a `.safetensors` or `.npz` file; its content tells which it is.
      ///
      /// Integers of every width become Int64, halves and bfloat16 Float32.
      @native(96) public static func load(_ path: String) throws -> TensorArchive
      /// Writes the tensors to a `.safetensors` or `.npz` file; its name tells which it is to be.
      @native(97) public func save(_ path: String) throws
    }
    extension Module {
      /// Writes parameters and buffers to a `.safetensors` or `.npz` file, under their names.
      @native(98) public func save(_ path: String) throws
      /// Takes the values of parameters and buffers from a `.safetensors` or `.npz` file, such as PyTorch's
      /// `save_file(model.state_dict(), path)` makes.
      ///
      /// Throws, and leaves the model as it was, when a shape differs, or when only one of the two has a name; without
      /// `strict` such names are passed over.
      @native(99) public func load(_ path: String, strict: Bool = true) throws
    }
    /// Takes a data set in batches, in a new random order each time where asked for.
    ///
    /// ```swift
    /// let loader = DataLoader(.iris, batchSize: 16, shuffle: true)
    /// for epoch in 1...10 {
    ///   for (x, y) in loader { … }
    /// }
    /// ```
    ///
    /// After `manualSeed(s)`, or with a generator of PyTorch's, the order is that of PyTorch's `DataLoader` after
    /// `torch.manual_seed(s)`, and as many numbers are drawn.
    @native("DataLoader") public class DataLoader: Sequence {
      public typealias Generator = Nabla.Generator
      /// What is taken.
      public var dataset: Dataset { @native(100) get }
      /// How many examples a batch has; the last one may have fewer.
      public var batchSize: Int { @native(101) get }
      /// Whether each pass has a new random order.
      public var shuffle: Bool { @native(102) get }
      /// Whether a last batch with fewer examples is left out.
      public var dropLast: Bool { @native(103) get }
      /// Takes a data set in batches.
      /// - Parameters:
      ///   - generator: where the order comes from; the one that `manualSeed` seeds where none is given
      @native(104) public init(_ dataset: Dataset, batchSize: Int = 1, shuffle: Bool = false, dropLast: Bool = false, generator: Generator? = nil)
      /// How many batches a pass has.
      public var count: Int { @native(105) get }
      /// How many batches a pass has, for `progress`.
      public var underestimatedCount: Int { @native(106) get }
      /// Begins a pass.
      @native(107) public func makeIterator() -> BatchIterator
    }
    /// One pass over a data set, batch by batch.
    @native("BatchIterator") public class BatchIterator: IteratorProtocol {
      /// The next batch, x and y; nil at the end.
      @native(108) public func next() -> (Tensor, Tensor)?
    }
    /// What `diagnose` found: the layers of a model with what flows through them in both directions, and what is wrong,
    /// each with its cause and a remedy.
    @native("Diagnosis") public struct Diagnosis: Displayable {
      /// What is wrong, one sentence each; empty for a healthy model.
      public var findings: [String] { @native(109) get }
      /// Whether nothing was found.
      public var isHealthy: Bool { @native(110) get }
      public var bundle: MIMEBundle { @native(111) get }
    }
    /// Looks for what keeps a model from learning, and names the cause: vanishing and exploding gradients, saturated and
    /// dead units, initial scale, a forgotten zeroGrad, softmax given twice, a sum where a mean was meant, a learning rate
    /// that is too high.
    ///
    /// ```swift
    /// diagnose(model, on: x, lr: 0.5) { mseLoss($0, y) }
    /// ```
    ///
    /// Nobody's `.grad` changes. Call it before `optimizer.step()` and after `backward()` to have gradients that were
    /// added up by mistake found too.
    ///
    /// - Parameters:
    ///   - model: the model
    ///   - x: a batch of inputs
    ///   - lr: the learning rate of plain gradient descent, checked against 2/λ of the loss' greatest curvature λ
    ///   - loss: the loss of the model's output
    @native(112) public func diagnose(_ model: any Module, on x: Tensor, lr: Double? = nil, loss: (Tensor) -> Tensor) -> Diagnosis
    /// Works out one entry of a gradient by the chain rule: the factors in symbols, and under them the numbers.
    ///
    /// There is a row for each way in which the entry acts on the loss at first, which in a batch is one for each sample;
    /// their sum is the gradient. Where an element acts on the loss in several ways, these are added up below.
    ///
    /// ```swift
    /// explain(loss, by: model["0.weight"], at: [0, 1])
    /// ```
    ///
    /// - Parameters:
    ///   - loss: a single number with a history
    ///   - weight: a tensor that the loss was computed from
    ///   - index: the entry; of a tensor with one element it can be left out
    /// - Returns: the derivation. Where the ways are too many to write down, the shares of the layers.
    @native(113) public func explain(_ loss: Tensor, by weight: Tensor, at index: [Int] = []) -> Derivation
    /// Works out one entry of a gradient by the chain rule, and checks it by computing the loss anew with the entry a
    /// little larger and a little smaller.
    ///
    /// ```swift
    /// explain({ mseLoss(model(x), y) }, by: model["0.weight"], at: [0, 1])
    /// ```
    @native(114) public func explain(_ loss: () -> Tensor, by weight: Tensor, at index: [Int] = []) -> Derivation
    /// One step of gradient descent on one entry: w ← w − η ∂L/∂w with its numbers.
    ///
    /// - Parameters:
    ///   - weight: a parameter with a gradient
    ///   - index: the entry; of a tensor with one element it can be left out
    ///   - lr: the learning rate η
    @native(115) public func explain(update weight: Tensor, at index: [Int] = [], lr: Double) -> Derivation
    /// The backward pass over the user's own tensors, operation by operation: what arrives at each, its local derivative,
    /// what it passes on, and where gradients of several ways are added up.
    ///
    /// Each step opens with a click, also in an exported page; in a terminal the steps are text. Nobody's `.grad` changes,
    /// and the graph can still be used for `backward()`.
    ///
    /// - Parameters:
    ///   - loss: a single number with a history
    ///   - limit: the most steps that are shown
    @native(116) public func steps(_ loss: Tensor, limit: Int = 40) -> Frames
    /// How often values of a tensor lie where: a histogram over equal parts between its least and greatest finite value.
    @native(117) public func histogram(_ x: Tensor, bins: Int = 30) -> Chart
    /// A tensor as colours: a row for each of its rows. Values on both sides of zero are blue and orange around white.
    ///
    /// A tensor of more dimensions is shown as a matrix of its last one; one of many elements is averaged into at most
    /// 512 by 512 cells.
    @native(118) public func heatmap(_ x: Tensor, title: String = "") -> Chart
    /// How often each class was taken for which: rows are the true classes, columns the predicted ones.
    ///
    /// - Parameters:
    ///   - predicted: class numbers, [n], or a score for each class, [n, classes], of which the greatest counts
    ///   - target: the true class numbers, [n]
    ///   - classes: the names of the classes
    @native(119) public func confusionMatrix(_ predicted: Tensor, _ target: Tensor, classes: [String] = []) -> Chart
    /// Pictures side by side, black for the least and white for the greatest value of each.
    ///
    /// - Parameters:
    ///   - x: [n, height, width], [n, 1, height, width], one picture [height, width], or [n, side²] for square ones
    ///   - labels: a word above each
    ///   - columns: how many stand side by side; 0 chooses
    @native(120) public func images(_ x: Tensor, labels: [String] = [], columns: Int = 0) -> Chart
    /// What a model of two inputs says at every point of the plane, with the data on top.
    ///
    /// With one output the colours are its value, white where it decides: at ½ for a model that ends in a sigmoid, else at
    /// 0. With several they are the class of the greatest.
    ///
    /// - Parameters:
    ///   - model: a model from [n, 2] to [n, 1] or [n, classes]
    ///   - x: the points, [n, 2]
    ///   - y: their classes, [n] or [n, 1]
    ///   - resolution: how many cells there are on each side
    @native(121) public func decisionBoundary(_ model: any Module, _ x: Tensor, _ y: Tensor, resolution: Int = 80) -> Chart
    /// The loss around the parameters of a model, along two directions that are drawn at random and scaled to the size of
    /// each parameter (Li et al., 2018), so that models of different scale compare.
    ///
    /// The parameters are put back as they were.
    ///
    /// - Parameters:
    ///   - model: whose parameters are moved
    ///   - span: how far to go, in units of the parameters' own norm
    ///   - resolution: how many losses are computed on each side
    ///   - seed: of the directions; the generator of `manualSeed` is not touched
    ///   - loss: computes the loss: `{ mseLoss(model(x), y) }`
    @native(122) public func lossSurface(_ model: any Module, span: Double = 1, resolution: Int = 25, seed: Int = 0, loss: () -> Tensor) -> Chart
    /// Nonlinearities with their derivatives, the links that they are in the chain of backpropagation.
    ///
    /// - Parameter names: as the functions are called: `["sigmoid", "tanh", "relu"]`; empty shows the most used
    @native(123) public func activationCurves(_ names: [String] = []) -> Chart
    /// The gradients of a model's parameters at a glance: one row for each, with its size, its spread, its histogram, and
    /// a word where something is wrong.
    ///
    /// ```swift
    /// loss.backward()
    /// gradients(model)
    /// ```
    @native(124) public func gradients(_ model: any Module) -> GradientReport
    /// The gradients of a model's parameters and, below them, of the activations on the way to a loss: of every layer's
    /// linear part and nonlinearity, under the letters that `explain` gives them.
    ///
    /// Call `backward()` on the loss first, which leaves the gradients there.
    @native(125) public func gradients(_ model: any Module, through loss: Tensor) -> GradientReport
    /// The gradients of a model's parameters, a few entries of each checked by computing the loss anew with the entry a
    /// little larger and a little smaller.
    ///
    /// ```swift
    /// gradients(model, checking: { mseLoss(model(x), y) })
    /// ```
    ///
    /// The entries are the largest and others evenly apart, so that a run is repeated with the same ones.
    ///
    /// - Parameters:
    ///   - model: a model after `backward()`
    ///   - loss: computes the loss whose gradient it is
    ///   - entries: how many entries of each parameter are checked
    @native(126) public func gradients(_ model: any Module, checking loss: () -> Tensor, entries: Int = 3) -> GradientReport
    /// The gradients of chosen tensors, parameters or intermediate results, under their names.
    @native(127) public func gradients(_ tensors: [Tensor]) -> GradientReport
    /// What `gradients(_:)` gives: a gradient dump.
    @native("GradientReport") public struct GradientReport: Displayable {
      /// The norm of all gradients together.
      public var norm: Double { @native(128) get }
      public var bundle: MIMEBundle { @native(129) get }
    }
    /// The computation graph of a result: every operation, parameter and input it was computed from, with shapes, values
    /// and, after `backward()`, gradients.
    ///
    /// A graph of many operations is folded, by module first, then by the line of the program that made them, so that it
    /// stays readable; what is folded says how much is inside.
    ///
    /// - Parameters:
    ///   - result: the loss, or any tensor with a history
    ///   - depth: to what depth modules are opened: 0 shows each top module as one box; nil opens as much as is readable
    ///   - open: the paths of modules to open whatever the depth: `["encoder.0"]`
    @native(130) public func graph(_ result: Tensor, depth: Int? = nil, open: [String] = []) -> Diagram
    /// Where two runs part: the first epoch and operation whose bits differ, and by how much.
    ///
    /// Runs with the same seed, data and code give the same bits, on every machine and with every number of threads; where
    /// they do not, the first difference is the trace to the cause. Histories recorded with `trace: true` name the
    /// operation, gradient or update that differs first, with its cell and line; those recorded with `model:` still tell
    /// whether the parameters differed before the loss did.
    @native(131) public func compare(_ first: History, _ second: History) -> RunComparison
    /// What `compare(_:_:)` gives.
    @native("RunComparison") public struct RunComparison: Displayable {
      /// The first epoch that differs, nil where all that both recorded is the same.
      public var firstDifference: Int? { @native(132) get }
      /// The operation whose value, gradient or parameter differs first: "linear (0)"; nil where nothing differs or no
      /// trace was recorded.
      public var firstOperation: String? { @native(133) get }
      /// Whether all that both runs recorded has the same bits.
      public var isIdentical: Bool { @native(134) get }
      public var bundle: MIMEBundle { @native(135) get }
    }
    /// What happened during training, epoch by epoch: the loss, the size of the gradient, and any other number.
    ///
    /// ```swift
    /// let history = History()
    /// for epoch in 1...2000 {
    ///   …
    ///   history.record(epoch: epoch, loss: loss, model: model)
    /// }
    /// history          // the loss table
    /// plot(history)    // the training curve
    /// ```
    ///
    /// As a cell's result it is a table. A long run is thinned there, and never in the numbers.
    @native("History") public class History: Displayable {
      /// What the run is called in curves that show several.
      public var name: String { @native(136) get }
      /// The epochs, in the order recorded.
      public var epochs: [Int] { @native(137) get }
      /// An empty history.
      ///
      /// - Parameter name: what the run is called in curves that show several
      @native(138) public init(_ name: String = "")
      /// Adds one epoch.
      ///
      /// - Parameters:
      ///   - epoch: its number
      ///   - loss: the loss, a tensor of one element; of a larger one the mean is taken
      ///   - model: whose gradient's norm to record: the root of the sum of squares over all parameters
      ///   - lr: the learning rate
      ///   - metrics: other numbers by name, `["accuracy": 0.97]`
      ///   - trace: whether to keep also what every operation on the way to the loss gave and which gradient it got: for
      ///     `compare`, which then names the first operation that differs, and for `plotHistograms`. Call `backward()`
      ///     before; it costs about as much time as the step itself.
      @native(139) public func record(epoch: Int, loss: Tensor, model: (any Module)? = nil, lr: Double? = nil, metrics: [String: Double] = [:], trace: Bool = false)
      /// Adds one epoch, with its loss as a number.
      @native(140) public func record(epoch: Int, loss: Double, model: (any Module)? = nil, lr: Double? = nil, metrics: [String: Double] = [:])
      /// The losses, in the order recorded.
      public var losses: [Double] { @native(141) get }
      /// The numbers recorded under a name, NaN where none was given; empty where the name is unknown.
      @native(142) public func values(of name: String) -> [Double]
      /// The number of records.
      public var count: Int { @native(143) get }
      /// Shows the curve here and keeps it up to date while training, at most 20 times a second.
      @native(144) public func showLive()
      public var bundle: MIMEBundle { @native(145) get }
    }
    /// The training curve: the loss by epoch, with a panel for each other number that was recorded.
    ///
    /// The loss axis is logarithmic where the loss spans more than two powers of ten.
    ///
    /// - Parameters:
    ///   - history: what was recorded
    ///   - smoothing: 0 for the numbers as they are, up to 1 for an ever longer moving average, over the raw line in pale
    ///   - logY: whether the loss axis is logarithmic; nil decides by the numbers
    @native(146) public func plot(_ history: History, smoothing: Double = 0, logY: Bool? = nil) -> Chart
    /// The training curves of several runs, one over the other.
    @native(147) public func plot(_ histories: [History], smoothing: Double = 0, logY: Bool? = nil) -> Chart
    /// The mean loss of runs that differ in their seed, in a band of one deviation to both sides.
    ///
    /// Only epochs that every run has are shown.
    @native(148) public func plotMean(_ histories: [History], logY: Bool? = nil) -> Chart
    /// A line through numbers, at 0, 1, 2, …
    @native(149) public func plot(_ y: [Double], name: String = "") -> Chart
    /// A line through points.
    @native(150) public func plot(_ x: [Double], _ y: [Double], name: String = "") -> Chart
    /// How the activations of each layer and the gradients that come back to them lie, over the time of training: a column
    /// for each epoch, the brighter the more values lie there.
    ///
    /// On the left the values; on the right the decimal logarithm of the gradients' sizes, on one axis for all layers, so
    /// that a gradient which vanishes towards the first layer is seen to sink. The history must have been recorded with
    /// `trace: true`:
    ///
    /// ```swift
    /// history.record(epoch: epoch, loss: loss, trace: true)
    /// …
    /// plotHistograms(history)
    /// ```
    ///
    /// - Parameters:
    ///   - history: what was recorded
    ///   - limit: the most layers that are shown; of more, ones evenly apart
    @native(151) public func plotHistograms(_ history: History, limit: Int = 6) -> Chart
    /// A sequence that shows how far a loop over it has come.
    ///
    /// ```swift
    /// for epoch in progress(1...2000) { … }
    /// ```
    public func progress<Base: Sequence>(_ base: Base) -> ProgressSequence<Base> {
      ProgressSequence(base)
    }
    /// What `progress(_:)` gives: the elements of a sequence, counted in a bar as they are taken.
    public struct ProgressSequence<Base: Sequence>: Sequence, IteratorProtocol {
      var iterator: Base.Iterator
      let bar: ProgressBar

      public init(_ base: Base) {
        iterator = base.makeIterator()
        bar = ProgressBar(total: base.underestimatedCount)
        isFirst = true
      }

      var isFirst: Bool

      /// The next element; asking for it means that the one before is done.
      public mutating func next() -> Base.Element? {
        if !isFirst { bar.advance() }
        isFirst = false
        let element = iterator.next()
        if element == nil { bar.finish() }
        return element
      }
    }
    /// A bar that fills while a loop runs; `progress(_:)` makes one for a sequence.
    ///
    /// ```swift
    /// let bar = ProgressBar(total: 10)
    /// for file in files { read(file); bar.advance() }
    /// bar.finish()
    /// ```
    @native("ProgressBar") public class ProgressBar {
      /// Shows an empty bar.
      ///
      /// - Parameters:
      ///   - total: how many steps fill the bar; 0 when unknown, then steps are only counted
      ///   - label: what stands before the bar
      @native(152) public init(total: Int, label: String = "")
      /// One step more. The display changes at most 20 times a second.
      @native(153) public func advance()
      /// Shows the last state: where the loop ended, and after how long.
      @native(154) public func finish()
    }
    extension Tensor: Displayable {
      /// The tensor as a table whose colours show sign and size, and as PyTorch prints it.
      public var bundle: MIMEBundle { @native(155) get }
    }
    /// max(x, 0) of each element, as a module.
    @native("ReLU") public struct ReLU: Module, CustomStringConvertible {
      /// The module.
      @native(156) public init()
      /// max(x, 0) of each element.
      @native(157) public func callAsFunction(_ x: Tensor) -> Tensor
      /// ReLU().
      public var description: String { @native(158) get }
    }
    /// tanh x of each element, as a module.
    @native("Tanh") public struct Tanh: Module, CustomStringConvertible {
      /// The module.
      @native(159) public init()
      /// tanh x of each element.
      @native(160) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Tanh().
      public var description: String { @native(161) get }
    }
    /// 1/(1 + e⁻ˣ) of each element, as a module.
    @native("Sigmoid") public struct Sigmoid: Module, CustomStringConvertible {
      /// The module.
      @native(162) public init()
      /// 1/(1 + e⁻ˣ) of each element.
      @native(163) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Sigmoid().
      public var description: String { @native(164) get }
    }
    /// ln(1/(1 + e⁻ˣ)) of each element, as a module.
    @native("LogSigmoid") public struct LogSigmoid: Module, CustomStringConvertible {
      /// The module.
      @native(165) public init()
      /// ln(1/(1 + e⁻ˣ)) of each element.
      @native(166) public func callAsFunction(_ x: Tensor) -> Tensor
      /// LogSigmoid().
      public var description: String { @native(167) get }
    }
    /// min(max(x, 0), 6) of each element, as a module.
    @native("ReLU6") public struct ReLU6: Module, CustomStringConvertible {
      /// The module.
      @native(168) public init()
      /// min(max(x, 0), 6) of each element.
      @native(169) public func callAsFunction(_ x: Tensor) -> Tensor
      /// ReLU6().
      public var description: String { @native(170) get }
    }
    /// x where positive, else slope·x of each element, as a module.
    @native("LeakyReLU") public struct LeakyReLU: Module, CustomStringConvertible {
      /// The slope for negative x.
      public var negativeSlope: Double { @native(171) get }
      /// The module.
      @native(172) public init(negativeSlope: Double = 0.01)
      /// x where positive, else slope·x of each element.
      @native(173) public func callAsFunction(_ x: Tensor) -> Tensor
      /// LeakyReLU(negativeSlope).
      public var description: String { @native(174) get }
    }
    /// x where positive, else α(eˣ − 1) of each element, as a module.
    @native("ELU") public struct ELU: Module, CustomStringConvertible {
      /// The limit for large negative x, with its sign changed.
      public var alpha: Double { @native(175) get }
      /// The module.
      @native(176) public init(alpha: Double = 1.0)
      /// x where positive, else α(eˣ − 1) of each element.
      @native(177) public func callAsFunction(_ x: Tensor) -> Tensor
      /// ELU(alpha).
      public var description: String { @native(178) get }
    }
    /// λx where positive, else λα(eˣ − 1) of each element, as a module.
    @native("SELU") public struct SELU: Module, CustomStringConvertible {
      /// The module.
      @native(179) public init()
      /// λx where positive, else λα(eˣ − 1) of each element.
      @native(180) public func callAsFunction(_ x: Tensor) -> Tensor
      /// SELU().
      public var description: String { @native(181) get }
    }
    /// x·Φ(x) of each element, as a module.
    @native("GELU") public struct GELU: Module, CustomStringConvertible {
      /// The module.
      @native(182) public init()
      /// x·Φ(x) of each element.
      @native(183) public func callAsFunction(_ x: Tensor) -> Tensor
      /// GELU().
      public var description: String { @native(184) get }
    }
    /// x·σ(x) of each element, as a module.
    @native("SiLU") public struct SiLU: Module, CustomStringConvertible {
      /// The module.
      @native(185) public init()
      /// x·σ(x) of each element.
      @native(186) public func callAsFunction(_ x: Tensor) -> Tensor
      /// SiLU().
      public var description: String { @native(187) get }
    }
    /// x·tanh(ln(1 + eˣ)) of each element, as a module.
    @native("Mish") public struct Mish: Module, CustomStringConvertible {
      /// The module.
      @native(188) public init()
      /// x·tanh(ln(1 + eˣ)) of each element.
      @native(189) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Mish().
      public var description: String { @native(190) get }
    }
    /// ln(1 + e^(βx))/β of each element, as a module.
    @native("Softplus") public struct Softplus: Module, CustomStringConvertible {
      /// How steeply it bends.
      public var beta: Double { @native(191) get }
      /// Where βx is above, x itself is given.
      public var threshold: Double { @native(192) get }
      /// The module.
      @native(193) public init(beta: Double = 1.0, threshold: Double = 20.0)
      /// ln(1 + e^(βx))/β of each element.
      @native(194) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Softplus(beta, threshold).
      public var description: String { @native(195) get }
    }
    /// x/(1 + |x|) of each element, as a module.
    @native("Softsign") public struct Softsign: Module, CustomStringConvertible {
      /// The module.
      @native(196) public init()
      /// x/(1 + |x|) of each element.
      @native(197) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Softsign().
      public var description: String { @native(198) get }
    }
    /// x/6 + 1/2 clamped to 0…1 of each element, as a module.
    @native("HardSigmoid") public struct HardSigmoid: Module, CustomStringConvertible {
      /// The module.
      @native(199) public init()
      /// x/6 + 1/2 clamped to 0…1 of each element.
      @native(200) public func callAsFunction(_ x: Tensor) -> Tensor
      /// HardSigmoid().
      public var description: String { @native(201) get }
    }
    /// x·hardSigmoid(x) of each element, as a module.
    @native("HardSwish") public struct HardSwish: Module, CustomStringConvertible {
      /// The module.
      @native(202) public init()
      /// x·hardSigmoid(x) of each element.
      @native(203) public func callAsFunction(_ x: Tensor) -> Tensor
      /// HardSwish().
      public var description: String { @native(204) get }
    }
    /// Softmax along a dimension, as a module.
    @native("Softmax") public struct Softmax: Module, CustomStringConvertible {
      /// The dimension that sums to 1.
      public var dim: Int { @native(205) get }
      /// The module.
      @native(206) public init(dim: Int = -1)
      /// Softmax of x along the dimension.
      @native(207) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Softmax(dim).
      public var description: String { @native(208) get }
    }
    /// The logarithm of softmax along a dimension, as a module.
    @native("LogSoftmax") public struct LogSoftmax: Module, CustomStringConvertible {
      /// The dimension whose exponentials sum to 1.
      public var dim: Int { @native(209) get }
      /// The module.
      @native(210) public init(dim: Int = -1)
      /// The logarithm of softmax of x along the dimension.
      @native(211) public func callAsFunction(_ x: Tensor) -> Tensor
      /// LogSoftmax(dim).
      public var description: String { @native(212) get }
    }
    /// All dimensions but the first few made one, as a module.
    @native("Flatten") public struct Flatten: Module, CustomStringConvertible {
      /// The first dimension that is joined.
      public var startDim: Int { @native(213) get }
      /// The last dimension that is joined.
      public var endDim: Int { @native(214) get }
      /// The module; by default it keeps the batch and joins the rest.
      @native(215) public init(_ startDim: Int = 1, _ endDim: Int = -1)
      /// x with the dimensions joined.
      @native(216) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Flatten().
      public var description: String { @native(217) get }
    }
    /// Filters that slide over images: [batch, channels, height, width] to [batch, filters, height′, width′].
    @native("Conv2d") public class Conv2d: Module, CustomStringConvertible {
      /// The filters, of shape [filters, channels / groups, kernel, kernel].
      public var weight: Tensor { @native(218) get }
      /// One number for each filter, or nil.
      public var bias: Tensor? { @native(219) get }
      /// By how much a filter moves.
      public var stride: Int { @native(220) get }
      /// How many zeros are put around the image.
      public var padding: Int { @native(221) get }
      /// How far the elements of a filter lie apart.
      public var dilation: Int { @native(222) get }
      /// Into how many parts the channels are divided, each with filters of its own.
      public var groups: Int { @native(223) get }
      /// A layer from `inputs` to `outputs` channels by filters of `kernel` × `kernel`.
      @native(224) public init(_ inputs: Int, _ outputs: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true, dtype: DType = .float32)
      /// The filtered images.
      @native(225) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Conv2d(inputs, outputs, kernel).
      public var description: String { @native(226) get }
    }
    /// Filters that slide over sequences: [batch, channels, length] to [batch, filters, length′].
    @native("Conv1d") public class Conv1d: Module, CustomStringConvertible {
      /// The filters, of shape [filters, channels / groups, kernel].
      public var weight: Tensor { @native(227) get }
      /// One number for each filter, or nil.
      public var bias: Tensor? { @native(228) get }
      /// By how much a filter moves.
      public var stride: Int { @native(229) get }
      /// How many zeros are put at both ends.
      public var padding: Int { @native(230) get }
      /// How far the elements of a filter lie apart.
      public var dilation: Int { @native(231) get }
      /// Into how many parts the channels are divided, each with filters of its own.
      public var groups: Int { @native(232) get }
      /// A layer from `inputs` to `outputs` channels by filters of length `kernel`.
      @native(233) public init(_ inputs: Int, _ outputs: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true, dtype: DType = .float32)
      /// The filtered sequences.
      @native(234) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Conv1d(inputs, outputs, kernel).
      public var description: String { @native(235) get }
    }
    /// The greatest element of each window.
    @native("MaxPool2d") public struct MaxPool2d: Module, CustomStringConvertible {
      /// The height and width of a window.
      public var kernel: Int { @native(236) get }
      /// By how much a window moves.
      public var stride: Int { @native(237) get }
      /// How far windows reach over the edge.
      public var padding: Int { @native(238) get }
      /// The module; windows lie side by side unless a stride is given.
      @native(239) public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0)
      /// The greatest element of each window of x.
      @native(240) public func callAsFunction(_ x: Tensor) -> Tensor
      /// MaxPool2d(kernel).
      public var description: String { @native(241) get }
    }
    /// The mean of each window.
    @native("AvgPool2d") public struct AvgPool2d: Module, CustomStringConvertible {
      /// The height and width of a window.
      public var kernel: Int { @native(242) get }
      /// By how much a window moves.
      public var stride: Int { @native(243) get }
      /// How far windows reach over the edge, where they see zeros.
      public var padding: Int { @native(244) get }
      /// The module; windows lie side by side unless a stride is given.
      @native(245) public init(_ kernel: Int, stride: Int? = nil, padding: Int = 0)
      /// The mean of each window of x.
      @native(246) public func callAsFunction(_ x: Tensor) -> Tensor
      /// AvgPool2d(kernel).
      public var description: String { @native(247) get }
    }
    /// A table of vectors, one for each of a number of things.
    @native("Embedding") public class Embedding: Module, CustomStringConvertible {
      /// The vectors, of shape [count, features]; they begin normally distributed.
      public var weight: Tensor { @native(248) get }
      /// A table for `count` things, each of `features` numbers.
      @native(249) public init(_ count: Int, _ features: Int, dtype: DType = .float32)
      /// The vectors of the things numbered by x (Int64).
      @native(250) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Embedding(count, features).
      public var description: String { @native(251) get }
    }
    /// A fully connected layer: y = x·Wᵀ + b.
    ///
    /// The weight W is [outputs, inputs], the bias b [outputs]; both begin uniform in ±1/√inputs, as in PyTorch.
    @native("Linear") public class Linear: Module {
      /// W, of shape [outputs, inputs].
      public var weight: Tensor { @native(252) get }
      /// b, of shape [outputs], or nil.
      public var bias: Tensor? { @native(253) get }
      /// A layer from `inputs` to `outputs` features.
      @native(254) public init(_ inputs: Int, _ outputs: Int, bias: Bool = true, dtype: DType = .float32)
      /// x·Wᵀ + b for x of shape [..., inputs].
      @native(255) public func callAsFunction(_ x: Tensor) -> Tensor
    }
    extension Linear: CustomStringConvertible {
      /// Linear(inputs, outputs).
      public var description: String { @native(256) get }
    }
    /// A part of a network: parameters, and a function of one tensor.
    ///
    /// ```swift
    /// struct Perceptron: Module {
    ///   let hidden = Linear(2, 8)
    ///   let output = Linear(8, 1)
    ///   func callAsFunction(_ x: Tensor) -> Tensor { sigmoid(output(tanh(hidden(x)))) }
    /// }
    /// ```
    ///
    /// Parameters are found in the stored properties: tensors with `requiresGrad`, other modules, and arrays,
    /// dictionaries and optionals of them.
    public protocol Module {
      /// The module's function.
      public func callAsFunction(_ x: Tensor) -> Tensor
    }
    /// A module that behaves differently while it is trained.
    public protocol TrainableModule: Module, AnyObject {
      /// Whether the module is being trained, as it is at first.
      public var isTraining: Bool { get set }
    }
    extension Module {
      /// A module of another form has a call of its own; this one is for modules that map one tensor to one.
      @native(257) public func callAsFunction(_ x: Tensor) -> Tensor
      /// The parameters with their names, in the order of declaration: ("0.weight", tensor), …
      ///
      /// A parameter that stands in two places is listed once.
      public var namedParameters: [(name: String, value: Tensor)] { @native(258) get }
      /// The parameters, in the order of declaration.
      public var parameters: [Tensor] { @native(259) get }
      /// The parameters and buffers with their names: what a file of the model holds.
      public var namedTensors: [(name: String, value: Tensor)] { @native(260) get }
      /// How many numbers can be trained.
      public var parameterCount: Int { @native(261) get }
      /// The parameter or buffer of a name. Setting it copies the values in, for everyone who holds the parameter.
      public subscript(_ name: String) -> Tensor { @native(262) get @native(263) nonmutating set }
      /// Prepares for training: dropout drops, batch norm uses the batch's own statistics.
      @native(264) public func train()
      /// Prepares for use: dropout passes everything, batch norm uses the statistics it has gathered.
      @native(265) public func eval()
      /// Sets the gradients of all parameters to nil.
      @native(266) public func zeroGrad()
      /// Freezes the parameters, or lets them be trained again.
      @native(267) public func requiresGrad(_ isRequired: Bool)
    }
    /// Attention by several heads at once, each on a share of the features.
    ///
    /// Parameters are named as in PyTorch: in_proj_weight [3·features, features], in_proj_bias, out_proj.weight and
    /// out_proj.bias.
    @native("MultiHeadAttention") public class MultiHeadAttention: Module, CustomStringConvertible {
      /// How many features a token has.
      public var features: Int { @native(268) get }
      /// How many heads share them.
      public var heads: Int { @native(269) get }
      /// Whether sequences are [batch, tokens, features] and not [tokens, batch, features].
      public var batchFirst: Bool { @native(270) get }
      /// Attention over tokens of `features` numbers, which `heads` must divide.
      @native(271) public init(_ features: Int, _ heads: Int, bias: Bool = true, batchFirst: Bool = false, dtype: DType = .float32)
      /// What each query takes from the values, and how much it looked at each key, the mean over the heads.
      ///
      /// - Parameter mask: of Bool, true where a query may **not** look, as in PyTorch; or numbers added to the scores.
      @native(272) public func callAsFunction(_ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil) -> (output: Tensor, weights: Tensor)
      /// MultiHeadAttention(features, heads).
      public var description: String { @native(273) get }
    }
    /// Normalizes each channel over the batch; what `BatchNorm1d` and `BatchNorm2d` have in common.
    @native("BatchNorm") public class BatchNorm: TrainableModule, CustomStringConvertible {
      /// γ, one for each channel, or nil.
      public var weight: Tensor? { @native(274) get }
      /// β, one for each channel, or nil.
      public var bias: Tensor? { @native(275) get }
      /// The mean that is used when not training.
      public var runningMean: Tensor? { @native(276) get }
      /// The variance that is used when not training.
      public var runningVariance: Tensor? { @native(277) get }
      /// ε: keeps the division finite.
      public var eps: Double { @native(278) get }
      /// How far the running statistics move toward those of a batch.
      public var momentum: Double { @native(279) get }
      /// Whether the batch's own statistics are used.
      public var isTraining: Bool { @native(280) get @native(281) nonmutating set }
      /// The normalized batch.
      @native(282) public func callAsFunction(_ x: Tensor) -> Tensor
      /// BatchNorm(features).
      public var description: String { @native(283) get }
    }
    /// Normalizes each feature over a batch [batch, features] or [batch, channels, length].
    @native("BatchNorm1d") public class BatchNorm1d: BatchNorm {
      /// A layer for this many features or channels.
      @native(284) public init(_ features: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true, trackRunningStats: Bool = true, dtype: DType = .float32)
    }
    /// Normalizes each channel over a batch of images [batch, channels, height, width].
    @native("BatchNorm2d") public class BatchNorm2d: BatchNorm {
      /// A layer for this many channels.
      @native(285) public init(_ features: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = true, trackRunningStats: Bool = true, dtype: DType = .float32)
    }
    /// Normalizes over the last dimensions of each element of a batch.
    @native("LayerNorm") public class LayerNorm: Module, CustomStringConvertible {
      /// γ, in the shape that is normalized over, or nil.
      public var weight: Tensor? { @native(286) get }
      /// β, in the shape that is normalized over, or nil.
      public var bias: Tensor? { @native(287) get }
      /// The sizes of the dimensions that are normalized over.
      public var shape: [Int] { @native(288) get }
      /// ε: keeps the division finite.
      public var eps: Double { @native(289) get }
      /// A layer over the last dimension, of this many features.
      @native(290) public init(_ features: Int, eps: Double = 1e-5, bias: Bool = true, dtype: DType = .float32)
      /// A layer over the last dimensions, of these sizes.
      @native(291) public init(_ shape: [Int], eps: Double = 1e-5, bias: Bool = true, dtype: DType = .float32)
      /// The normalized elements.
      @native(292) public func callAsFunction(_ x: Tensor) -> Tensor
      /// LayerNorm(shape).
      public var description: String { @native(293) get }
    }
    /// Leaves out elements at random while training.
    @native("Dropout") public class Dropout: TrainableModule, CustomStringConvertible {
      /// The probability that an element is left out.
      public var p: Double { @native(294) get }
      /// Whether elements are left out.
      public var isTraining: Bool { @native(295) get @native(296) nonmutating set }
      /// A layer that leaves out each element with probability p.
      @native(297) public init(_ p: Double = 0.5)
      /// x with elements left out and the others divided by 1 − p; x itself when not training.
      @native(298) public func callAsFunction(_ x: Tensor) -> Tensor
      /// Dropout(p).
      public var description: String { @native(299) get }
    }
    /// What recurrent networks have in common: layers, each over the whole sequence.
    @native("RecurrentModule") public class RecurrentModule: Module, CustomStringConvertible {
      /// How many numbers each step of the sequence has.
      public var inputs: Int { @native(300) get }
      /// How many numbers the state of a layer has.
      public var hidden: Int { @native(301) get }
      /// Whether sequences are [batch, steps, inputs] and not [steps, batch, inputs].
      public var batchFirst: Bool { @native(302) get }
      /// The type with its sizes.
      public var description: String { @native(303) get }
    }
    /// A recurrent network: h ← tanh(W·x + b + U·h + c) at each step.
    @native("RNN") public class RNN: RecurrentModule {
      /// Whether relu takes the place of tanh.
      public var usesRelu: Bool { @native(304) get }
      /// A network of `inputs` numbers a step and `hidden` numbers of state.
      ///
      /// - Parameter nonlinearity: "tanh" or "relu".
      @native(305) public init(_ inputs: Int, _ hidden: Int, layers: Int = 1, nonlinearity: String = "tanh", bias: Bool = true, batchFirst: Bool = false, dtype: DType = .float32)
      /// The states of the last layer at all steps, and the last states of all layers.
      @native(306) public func callAsFunction(_ x: Tensor, _ h: Tensor? = nil) -> (output: Tensor, h: Tensor)
    }
    /// Long short-term memory: gates decide what a cell forgets, takes in, and shows.
    ///
    /// i, f, o = σ(…), g = tanh(…), c ← f·c + i·g, h ← o·tanh c; the gates stand in PyTorch's order i, f, g, o.
    @native("LSTM") public class LSTM: RecurrentModule {
      /// A network of `inputs` numbers a step and `hidden` numbers of state.
      @native(307) public init(_ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, batchFirst: Bool = false, dtype: DType = .float32)
    }
    /// A gated recurrent unit: one gate resets the state, another decides how much of it stays.
    ///
    /// r, z = σ(…), n = tanh(W·x + b + r·(U·h + c)), h ← (1 − z)·n + z·h; the gates stand in PyTorch's order r, z, n.
    @native("GRU") public class GRU: RecurrentModule {
      /// A network of `inputs` numbers a step and `hidden` numbers of state.
      @native(308) public init(_ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, batchFirst: Bool = false, dtype: DType = .float32)
      /// The states of the last layer at all steps, and the last states of all layers.
      @native(309) public func callAsFunction(_ x: Tensor, _ h: Tensor? = nil) -> (output: Tensor, h: Tensor)
    }
    /// Modules one after the other: each gets what the one before gives.
    @native("Sequential") public class Sequential: Module {
      /// The modules, first to last.
      public var layers: [any Module] { @native(310) get }
      /// Modules one after the other.
      @native(311) public init(_ layers: any Module...)
      /// Modules one after the other, from a list.
      @native(312) public init(_ layers: [any Module])
      /// The last module's result for the first one's input x.
      @native(313) public func callAsFunction(_ x: Tensor) -> Tensor
    }
    extension Sequential: CustomStringConvertible {
      /// The modules, one a line.
      public var description: String { @native(314) get }
    }
    precedencegroup ExponentiationPrecedence {
      higherThan: MultiplicationPrecedence
      associativity: right
    }
    infix operator ** : ExponentiationPrecedence
    extension Tensor {
      /// The sum of each pair of elements, with broadcasting.
      @native(315) public static func + (a: Tensor, b: Tensor) -> Tensor
      /// The difference of each pair of elements, with broadcasting.
      @native(316) public static func - (a: Tensor, b: Tensor) -> Tensor
      /// The product of each pair of elements, with broadcasting; `matmul` is the product of matrices.
      @native(317) public static func * (a: Tensor, b: Tensor) -> Tensor
      /// The quotient of each pair of elements, with broadcasting; integers are divided as Float32.
      @native(318) public static func / (a: Tensor, b: Tensor) -> Tensor
      /// aᵇ for each pair of elements, with broadcasting; the gradient of a⁰ by a is 0.
      @native(319) public static func ** (a: Tensor, b: Tensor) -> Tensor
      /// Each element with the other sign.
      @native(320) public static prefix func - (x: Tensor) -> Tensor
      /// Each element with the other sign.
      @native(321) public func neg() -> Tensor
      /// xᵉ for each pair of elements, with broadcasting; the gradient of x⁰ by x is 0.
      @native(322) public func pow(_ exponent: Tensor) -> Tensor
      /// The greater of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
      @native(323) public func maximum(_ other: Tensor) -> Tensor
      /// The smaller of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
      @native(324) public func minimum(_ other: Tensor) -> Tensor
      /// The angle of the point (x: other, y: self), in −π…π.
      @native(325) public func atan2(_ other: Tensor) -> Tensor
      /// The remainder of the division with the sign of the dividend, as in C.
      @native(326) public func fmod(_ divisor: Tensor) -> Tensor
      /// The remainder of the division with the sign of the divisor, as in Python.
      @native(327) public func remainder(_ divisor: Tensor) -> Tensor
      /// √(a² + b²) for each pair of elements, without overflow.
      @native(328) public func hypot(_ other: Tensor) -> Tensor
      /// ln(eᵃ + eᵇ) for each pair of elements, without overflow.
      @native(329) public func logAddExp(_ other: Tensor) -> Tensor
    }
    /// The greater of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
    @native(330) public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor
    /// The smaller of each pair of elements, with broadcasting; at a tie each side gets half of the gradient.
    @native(331) public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor
    /// The angle of the point (x: b, y: a), in −π…π.
    @native(332) public func atan2(_ a: Tensor, _ b: Tensor) -> Tensor
    /// √(a² + b²) for each pair of elements, without overflow.
    @native(333) public func hypot(_ a: Tensor, _ b: Tensor) -> Tensor
    /// ln(eᵃ + eᵇ) for each pair of elements, without overflow.
    @native(334) public func logAddExp(_ a: Tensor, _ b: Tensor) -> Tensor
    extension Tensor {
      /// Gives the variable the sum. A parameter inside `noGrad` changes in place.
      @native(335) public static func += (a: inout Tensor, b: Tensor)
      /// Adds a number. A parameter inside `noGrad` changes in place.
      @native(336) public static func += (a: inout Tensor, b: Double)
      /// Gives the variable the difference. A parameter inside `noGrad` changes in place: `noGrad { w -= 0.1 * g }`.
      @native(337) public static func -= (a: inout Tensor, b: Tensor)
      /// Subtracts a number. A parameter inside `noGrad` changes in place.
      @native(338) public static func -= (a: inout Tensor, b: Double)
      /// Gives the variable the product. A parameter inside `noGrad` changes in place.
      @native(339) public static func *= (a: inout Tensor, b: Tensor)
      /// Multiplies by a number. A parameter inside `noGrad` changes in place.
      @native(340) public static func *= (a: inout Tensor, b: Double)
      /// Gives the variable the quotient. A parameter inside `noGrad` changes in place.
      @native(341) public static func /= (a: inout Tensor, b: Tensor)
      /// Divides by a number. A parameter inside `noGrad` changes in place.
      @native(342) public static func /= (a: inout Tensor, b: Double)
      /// Replaces the elements in place, for everyone who holds this tensor.
      ///
      /// For parameters: `noGrad { w.copy(from: value) }`. The shapes must be equal.
      @native(343) public func copy(from value: Tensor)
    }
    extension Tensor {
      /// Whether a < b, element by element, as a tensor of Bool.
      @native(344) public static func .< (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element is less than the number.
      @native(345) public static func .< (a: Tensor, b: Double) -> Tensor
      /// Whether a ≤ b, element by element, as a tensor of Bool.
      @native(346) public static func .<= (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element is at most the number.
      @native(347) public static func .<= (a: Tensor, b: Double) -> Tensor
      /// Whether a > b, element by element, as a tensor of Bool.
      @native(348) public static func .> (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element is greater than the number.
      @native(349) public static func .> (a: Tensor, b: Double) -> Tensor
      /// Whether a ≥ b, element by element, as a tensor of Bool.
      @native(350) public static func .>= (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element is at least the number.
      @native(351) public static func .>= (a: Tensor, b: Double) -> Tensor
      /// Whether a = b, element by element, as a tensor of Bool.
      @native(352) public static func .== (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element equals the number.
      @native(353) public static func .== (a: Tensor, b: Double) -> Tensor
      /// Whether a ≠ b, element by element, as a tensor of Bool.
      @native(354) public static func .!= (a: Tensor, b: Tensor) -> Tensor
      /// Whether each element differs from the number.
      @native(355) public static func .!= (a: Tensor, b: Double) -> Tensor
      /// Whether both are true (not zero), element by element.
      @native(356) public func logicalAnd(_ other: Tensor) -> Tensor
      /// Whether at least one is true (not zero), element by element.
      @native(357) public func logicalOr(_ other: Tensor) -> Tensor
      /// Whether exactly one is true (not zero), element by element.
      @native(358) public func logicalXor(_ other: Tensor) -> Tensor
      /// Whether each element is false (zero).
      @native(359) public func logicalNot() -> Tensor
      /// Whether each element is NaN.
      @native(360) public func isNaN() -> Tensor
      /// Whether each element is infinite.
      @native(361) public func isInfinite() -> Tensor
      /// Whether each element is neither NaN nor infinite.
      @native(362) public func isFinite() -> Tensor
      /// Whether two tensors have the same shape and the same elements.
      @native(363) public func equal(_ other: Tensor) -> Bool
      /// Whether |a − b| ≤ atol + rtol·|b| for all elements, with broadcasting.
      @native(364) public func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool
    }
    extension Tensor {
      /// Adds a number to each element.
      @native(365) public static func + (a: Tensor, b: Double) -> Tensor
      /// Adds a number to each element.
      @native(366) public static func + (a: Tensor, b: Int) -> Tensor
      /// Adds a number to each element.
      @native(367) public static func + (a: Double, b: Tensor) -> Tensor
      /// Adds a number to each element.
      @native(368) public static func + (a: Int, b: Tensor) -> Tensor
      /// Subtracts a number from each element.
      @native(369) public static func - (a: Tensor, b: Double) -> Tensor
      /// Subtracts a number from each element.
      @native(370) public static func - (a: Tensor, b: Int) -> Tensor
      /// Subtracts each element from a number.
      @native(371) public static func - (a: Double, b: Tensor) -> Tensor
      /// Subtracts each element from a number.
      @native(372) public static func - (a: Int, b: Tensor) -> Tensor
      /// Multiplies each element by a number.
      @native(373) public static func * (a: Tensor, b: Double) -> Tensor
      /// Multiplies each element by a number.
      @native(374) public static func * (a: Tensor, b: Int) -> Tensor
      /// Multiplies each element by a number.
      @native(375) public static func * (a: Double, b: Tensor) -> Tensor
      /// Multiplies each element by a number.
      @native(376) public static func * (a: Int, b: Tensor) -> Tensor
      /// Divides each element by a number; integers are divided as Float32.
      @native(377) public static func / (a: Tensor, b: Double) -> Tensor
      /// Divides each element by a number; integers are divided as Float32.
      @native(378) public static func / (a: Tensor, b: Int) -> Tensor
      /// Divides a number by each element.
      @native(379) public static func / (a: Double, b: Tensor) -> Tensor
      /// Divides a number by each element.
      @native(380) public static func / (a: Int, b: Tensor) -> Tensor
      /// The remainder of each element by a number, with the sign of the number.
      @native(381) public static func % (a: Tensor, b: Double) -> Tensor
      /// The remainder of each element by a number, with the sign of the number.
      @native(382) public static func % (a: Tensor, b: Int) -> Tensor
      /// Raises each element to a power; the gradient of x⁰ is 0.
      @native(383) public static func ** (a: Tensor, b: Double) -> Tensor
      /// Raises each element to a power; the gradient of x⁰ is 0.
      @native(384) public static func ** (a: Tensor, b: Int) -> Tensor
      /// A number raised to each element.
      @native(385) public static func ** (a: Double, b: Tensor) -> Tensor
      /// A number raised to each element.
      @native(386) public static func ** (a: Int, b: Tensor) -> Tensor
      /// Raises each element to a power; the gradient of x⁰ is 0.
      @native(387) public func pow(_ exponent: Double) -> Tensor
      /// Raises each element to a power; integers stay integers when the power is not negative.
      @native(388) public func pow(_ exponent: Int) -> Tensor
    }
    /// Raises each element to a power; the gradient of x⁰ is 0.
    @native(389) public func pow(_ x: Tensor, _ exponent: Double) -> Tensor
    /// Raises each element to a power; integers stay integers when the power is not negative.
    @native(390) public func pow(_ x: Tensor, _ exponent: Int) -> Tensor
    /// xᵉ for each pair of elements, with broadcasting.
    @native(391) public func pow(_ x: Tensor, _ exponent: Tensor) -> Tensor
    extension Tensor {
      /// This tensor's elements where the mask is true, else those of `other`; all three are broadcast.
      @native(392) public func where(_ mask: Tensor, _ other: Tensor) -> Tensor
      /// This tensor's elements where the mask is true, else the number.
      @native(393) public func where(_ mask: Tensor, _ other: Double) -> Tensor
      /// The number where the mask is true, else this tensor's elements.
      @native(394) public func maskedFill(_ mask: Tensor, _ value: Double) -> Tensor
      /// min(max(x, min), max) of each element; the gradient passes on the closed interval.
      @native(395) public func clamp(min: Double? = nil, max: Double? = nil) -> Tensor
    }
    /// a where the mask is true, else b; all three are broadcast.
    @native(396) public func where(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor
    /// min(max(x, min), max) of each element; the gradient passes on the closed interval.
    @native(397) public func clamp(_ x: Tensor, min: Double? = nil, max: Double? = nil) -> Tensor
    /// Attention: softmax(q·kᵀ·scale + mask)·v, over the last two dimensions [tokens, features].
    ///
    /// - Parameters:
    ///   - mask: of Bool, true where a query may look; or numbers that are added before the softmax.
    ///   - isCausal: a query looks at keys up to its own place only.
    ///   - scale: 1/√features unless given.
    @native(398) public func scaledDotProductAttention(_ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil) -> Tensor
    /// Rows of a table by number: the weight [rows, features] at indices (Int64) of any shape gives [..., features].
    @native(399) public func embedding(_ indices: Tensor, _ weight: Tensor) -> Tensor
    /// Slides filters over images: x [batch, channels, height, width] (or without the batch), weight [filters,
    /// channels / groups, height, width].
    @native(400) public func conv2d(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1) -> Tensor
    /// The same with a stride, padding and dilation for height and width each.
    @native(401) public func conv2d(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: [Int], padding: [Int] = [0, 0], dilation: [Int] = [1, 1], groups: Int = 1) -> Tensor
    /// Slides filters over sequences: x [batch, channels, length] (or without the batch), weight [filters,
    /// channels / groups, length].
    @native(402) public func conv1d(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1) -> Tensor
    /// The adjoint of `conv2d`, also called a transposed convolution: it enlarges images by the stride. The weight is
    /// [channels, filters, height, width].
    @native(403) public func convTranspose2d(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0) -> Tensor
    /// The greatest element of each window of `kernel` × `kernel`, which moves by `stride` (the window's size by default).
    @native(404) public func maxPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor
    /// The mean of each window of `kernel` × `kernel`, which moves by `stride` (the window's size by default).
    @native(405) public func avgPool2d(_ x: Tensor, _ kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor
    extension Tensor {
      /// The logistic function of each element, between 0 and 1: 1/(1 + e⁻ˣ).
      ///
      /// Every Float32 comes within 0.91 units in the last place, every Float64 that was sampled within 0.91.
      @native(406) public func sigmoid() -> Tensor
      /// The logarithm of the logistic function: −ln(1 + e⁻ˣ), without overflow.
      @native(407) public func logSigmoid() -> Tensor
      /// max(x, 0) of each element; its derivative at 0 is 0.
      @native(408) public func relu() -> Tensor
      /// min(max(x, 0), 6) of each element.
      @native(409) public func relu6() -> Tensor
      /// x where x is positive, else `negativeSlope`·x.
      @native(410) public func leakyRelu(negativeSlope: Double = 0.01) -> Tensor
      /// x where x is positive, else `alpha`·(eˣ − 1).
      @native(411) public func elu(alpha: Double = 1.0) -> Tensor
      /// λ·x where x is positive, else λα(eˣ − 1), with the constants of Klambauer et al. 2017.
      @native(412) public func selu() -> Tensor
      /// x·Φ(x), where Φ is the distribution function of the normal distribution.
      @native(413) public func gelu() -> Tensor
      /// The approximation of GELU by tanh: x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
      @native(414) public func geluTanh() -> Tensor
      /// x·σ(x) of each element, also called swish.
      @native(415) public func silu() -> Tensor
      /// x·tanh(ln(1 + eˣ)) of each element.
      @native(416) public func mish() -> Tensor
      /// ln(1 + e^(βx))/β of each element; x itself where βx is above `threshold`.
      @native(417) public func softplus(beta: Double = 1.0, threshold: Double = 20.0) -> Tensor
      /// x/(1 + |x|) of each element.
      @native(418) public func softsign() -> Tensor
      /// x/6 + 1/2 clamped to 0…1.
      @native(419) public func hardSigmoid() -> Tensor
      /// x·hardSigmoid(x) of each element.
      @native(420) public func hardSwish() -> Tensor
    }
    /// The logistic function of each element, between 0 and 1: 1/(1 + e⁻ˣ).
    ///
    /// Every Float32 comes within 0.91 units in the last place, every Float64 that was sampled within 0.91.
    @native(421) public func sigmoid(_ x: Tensor) -> Tensor
    /// The logarithm of the logistic function: −ln(1 + e⁻ˣ), without overflow.
    @native(422) public func logSigmoid(_ x: Tensor) -> Tensor
    /// max(x, 0) of each element; its derivative at 0 is 0.
    @native(423) public func relu(_ x: Tensor) -> Tensor
    /// min(max(x, 0), 6) of each element.
    @native(424) public func relu6(_ x: Tensor) -> Tensor
    /// x where x is positive, else `negativeSlope`·x.
    @native(425) public func leakyRelu(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor
    /// x where x is positive, else `alpha`·(eˣ − 1).
    @native(426) public func elu(_ x: Tensor, alpha: Double = 1.0) -> Tensor
    /// λ·x where x is positive, else λα(eˣ − 1), with the constants of Klambauer et al. 2017.
    @native(427) public func selu(_ x: Tensor) -> Tensor
    /// x·Φ(x), where Φ is the distribution function of the normal distribution.
    @native(428) public func gelu(_ x: Tensor) -> Tensor
    /// The approximation of GELU by tanh: x/2·(1 + tanh(√(2/π)(x + 0.044715x³))).
    @native(429) public func geluTanh(_ x: Tensor) -> Tensor
    /// x·σ(x) of each element, also called swish.
    @native(430) public func silu(_ x: Tensor) -> Tensor
    /// x·tanh(ln(1 + eˣ)) of each element.
    @native(431) public func mish(_ x: Tensor) -> Tensor
    /// ln(1 + e^(βx))/β of each element; x itself where βx is above `threshold`.
    @native(432) public func softplus(_ x: Tensor, beta: Double = 1.0, threshold: Double = 20.0) -> Tensor
    /// x/(1 + |x|) of each element.
    @native(433) public func softsign(_ x: Tensor) -> Tensor
    /// x/6 + 1/2 clamped to 0…1.
    @native(434) public func hardSigmoid(_ x: Tensor) -> Tensor
    /// x·hardSigmoid(x) of each element.
    @native(435) public func hardSwish(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The error function of each element: 2/√π ∫₀ˣ e^(−t²) dt.
      ///
      /// Every Float32 comes within 0.90 units in the last place, every Float64 that was sampled within 0.97.
      @native(436) public func erf() -> Tensor
      /// 1 − erf x, accurate for large x.
      @native(437) public func erfc() -> Tensor
    }
    /// The error function of each element: 2/√π ∫₀ˣ e^(−t²) dt.
    ///
    /// Every Float32 comes within 0.90 units in the last place, every Float64 that was sampled within 0.97.
    @native(438) public func erf(_ x: Tensor) -> Tensor
    /// 1 − erf x, accurate for large x.
    @native(439) public func erfc(_ x: Tensor) -> Tensor
    extension Tensor {
      /// eˣ of each element.
      ///
      /// Every Float32 comes within 0.88 units in the last place, every Float64 that was sampled within 0.91.
      @native(440) public func exp() -> Tensor
      /// 2ˣ of each element.
      @native(441) public func exp2() -> Tensor
      /// eˣ − 1 of each element, accurate near 0.
      @native(442) public func expm1() -> Tensor
      /// The natural logarithm of each element: −∞ at 0, NaN below.
      ///
      /// Every Float32 comes within 0.84 units in the last place, every Float64 that was sampled within 0.81.
      @native(443) public func log() -> Tensor
      /// ln(1 + x) of each element, accurate near 0.
      @native(444) public func log1p() -> Tensor
      /// The logarithm to base 2 of each element.
      @native(445) public func log2() -> Tensor
      /// The logarithm to base 10 of each element.
      @native(446) public func log10() -> Tensor
    }
    /// eˣ of each element.
    ///
    /// Every Float32 comes within 0.88 units in the last place, every Float64 that was sampled within 0.91.
    @native(447) public func exp(_ x: Tensor) -> Tensor
    /// 2ˣ of each element.
    @native(448) public func exp2(_ x: Tensor) -> Tensor
    /// eˣ − 1 of each element, accurate near 0.
    @native(449) public func expm1(_ x: Tensor) -> Tensor
    /// The natural logarithm of each element: −∞ at 0, NaN below.
    ///
    /// Every Float32 comes within 0.84 units in the last place, every Float64 that was sampled within 0.81.
    @native(450) public func log(_ x: Tensor) -> Tensor
    /// ln(1 + x) of each element, accurate near 0.
    @native(451) public func log1p(_ x: Tensor) -> Tensor
    /// The logarithm to base 2 of each element.
    @native(452) public func log2(_ x: Tensor) -> Tensor
    /// The logarithm to base 10 of each element.
    @native(453) public func log10(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The hyperbolic sine of each element: (eˣ − e⁻ˣ)/2.
      @native(454) public func sinh() -> Tensor
      /// The hyperbolic cosine of each element: (eˣ + e⁻ˣ)/2.
      @native(455) public func cosh() -> Tensor
      /// The hyperbolic tangent of each element, between −1 and 1: (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
      ///
      /// Every Float32 comes within 0.87 units in the last place, every Float64 that was sampled within 0.66.
      @native(456) public func tanh() -> Tensor
      /// The number whose hyperbolic sine is x.
      @native(457) public func asinh() -> Tensor
      /// The number, not negative, whose hyperbolic cosine is x; NaN below 1.
      @native(458) public func acosh() -> Tensor
      /// The number whose hyperbolic tangent is x; NaN outside −1…1.
      @native(459) public func atanh() -> Tensor
    }
    /// The hyperbolic sine of each element: (eˣ − e⁻ˣ)/2.
    @native(460) public func sinh(_ x: Tensor) -> Tensor
    /// The hyperbolic cosine of each element: (eˣ + e⁻ˣ)/2.
    @native(461) public func cosh(_ x: Tensor) -> Tensor
    /// The hyperbolic tangent of each element, between −1 and 1: (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ).
    ///
    /// Every Float32 comes within 0.87 units in the last place, every Float64 that was sampled within 0.66.
    @native(462) public func tanh(_ x: Tensor) -> Tensor
    /// The number whose hyperbolic sine is x.
    @native(463) public func asinh(_ x: Tensor) -> Tensor
    /// The number, not negative, whose hyperbolic cosine is x; NaN below 1.
    @native(464) public func acosh(_ x: Tensor) -> Tensor
    /// The number whose hyperbolic tangent is x; NaN outside −1…1.
    @native(465) public func atanh(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The absolute value of each element; its derivative at 0 is 0.
      @native(466) public func abs() -> Tensor
      /// −1, 0 or 1 as the element is negative, zero or positive; its derivative is 0.
      @native(467) public func sign() -> Tensor
      /// The greatest integer not above each element; its derivative is 0.
      @native(468) public func floor() -> Tensor
      /// The least integer not below each element; its derivative is 0.
      @native(469) public func ceil() -> Tensor
      /// The nearest integer, halves to the even one; its derivative is 0.
      @native(470) public func round() -> Tensor
      /// The integer part of each element; its derivative is 0.
      @native(471) public func trunc() -> Tensor
    }
    /// The absolute value of each element; its derivative at 0 is 0.
    @native(472) public func abs(_ x: Tensor) -> Tensor
    /// −1, 0 or 1 as the element is negative, zero or positive; its derivative is 0.
    @native(473) public func sign(_ x: Tensor) -> Tensor
    /// The greatest integer not above each element; its derivative is 0.
    @native(474) public func floor(_ x: Tensor) -> Tensor
    /// The least integer not below each element; its derivative is 0.
    @native(475) public func ceil(_ x: Tensor) -> Tensor
    /// The nearest integer, halves to the even one; its derivative is 0.
    @native(476) public func round(_ x: Tensor) -> Tensor
    /// The integer part of each element; its derivative is 0.
    @native(477) public func trunc(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The square root of each element: NaN below 0; its derivative at 0 is ∞.
      @native(478) public func sqrt() -> Tensor
      /// 1/√x of each element.
      @native(479) public func rsqrt() -> Tensor
      /// x² of each element.
      @native(480) public func square() -> Tensor
      /// 1/x of each element.
      @native(481) public func reciprocal() -> Tensor
    }
    /// The square root of each element: NaN below 0; its derivative at 0 is ∞.
    @native(482) public func sqrt(_ x: Tensor) -> Tensor
    /// 1/√x of each element.
    @native(483) public func rsqrt(_ x: Tensor) -> Tensor
    /// x² of each element.
    @native(484) public func square(_ x: Tensor) -> Tensor
    /// 1/x of each element.
    @native(485) public func reciprocal(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The sine of each element, in radians.
      @native(486) public func sin() -> Tensor
      /// The cosine of each element, in radians.
      @native(487) public func cos() -> Tensor
      /// The tangent of each element, in radians.
      @native(488) public func tan() -> Tensor
      /// The angle in −π/2…π/2 whose sine is x; NaN outside −1…1.
      @native(489) public func asin() -> Tensor
      /// The angle in 0…π whose cosine is x; NaN outside −1…1.
      @native(490) public func acos() -> Tensor
      /// The angle in −π/2…π/2 whose tangent is x.
      @native(491) public func atan() -> Tensor
    }
    /// The sine of each element, in radians.
    @native(492) public func sin(_ x: Tensor) -> Tensor
    /// The cosine of each element, in radians.
    @native(493) public func cos(_ x: Tensor) -> Tensor
    /// The tangent of each element, in radians.
    @native(494) public func tan(_ x: Tensor) -> Tensor
    /// The angle in −π/2…π/2 whose sine is x; NaN outside −1…1.
    @native(495) public func asin(_ x: Tensor) -> Tensor
    /// The angle in 0…π whose cosine is x; NaN outside −1…1.
    @native(496) public func acos(_ x: Tensor) -> Tensor
    /// The angle in −π/2…π/2 whose tangent is x.
    @native(497) public func atan(_ x: Tensor) -> Tensor
    /// The cross entropy of logits with targets: −ln of the probability that softmax gives the target's class.
    ///
    /// - Parameters:
    ///   - logits: [rows, classes], [classes], or [rows, classes, …].
    ///   - target: class numbers (Int64), one for each row; or probabilities in the shape of the logits.
    ///   - weight: a weight for each class; the mean is then weighted.
    ///   - ignoreIndex: rows whose target is this number count for nothing.
    ///   - labelSmoothing: the share of the target given to all classes alike.
    @native(498) public func crossEntropy(_ logits: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean, labelSmoothing: Double = 0.0) -> Tensor
    /// How the losses of single elements make the result.
    public enum LossReduction {
      /// Each element's loss, unreduced.
      case none
      /// The mean of all.
      case mean
      /// The sum of all.
      case sum
    }
    /// The squared error: the mean of (prediction − target)². Both must have the same shape.
    @native(499) public func mseLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor
    /// The absolute error: the mean of |prediction − target|.
    @native(500) public func l1Loss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor
    /// Half the squared error up to a distance `delta`, from there on linear.
    @native(501) public func huberLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, delta: Double = 1.0) -> Tensor
    /// The squared error divided by 2·`beta` up to a distance `beta`, from there on linear with slope 1.
    @native(502) public func smoothL1Loss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, beta: Double = 1.0) -> Tensor
    /// The cross entropy of probabilities in 0…1 with targets in 0…1; logarithms are clamped at −100.
    ///
    /// Prefer `bceWithLogits`, which takes what comes before the sigmoid and does not lose digits.
    @native(503) public func bceLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor
    /// The cross entropy of sigmoid(logits) with targets in 0…1, without overflow.
    @native(504) public func bceWithLogits(_ logits: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor
    /// The Kullback-Leibler divergence: target·(ln target − x), where x is the logarithm of a distribution. PyTorch's
    /// "batchmean" is `reduction: .sum` divided by the number of rows.
    @native(505) public func klDiv(_ logPrediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean, logTarget: Bool = false) -> Tensor
    /// max(0, 1 − target·prediction), for targets −1 and 1.
    @native(506) public func hingeLoss(_ prediction: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor
    /// The negative log-likelihood: −x at the target's class, for x the logarithms of probabilities.
    ///
    /// - Parameters:
    ///   - logProbabilities: [rows, classes] or [classes].
    ///   - target: class numbers (Int64), one for each row.
    ///   - weight: a weight for each class; the mean is then weighted.
    ///   - ignoreIndex: rows whose target is this number count for nothing.
    @native(507) public func nllLoss(_ logProbabilities: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean) -> Tensor
    /// Sets each element to 0 with probability p and divides the others by 1 − p, so that the mean stays.
    ///
    /// The elements are drawn from the generator that `manualSeed` seeds, in PyTorch's order, unless one is given.
    @native(508) public func dropout(_ x: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil) -> Tensor
    /// Normalizes over the last dimensions: (x − mean)/√(variance + ε)·weight + bias, where the variance divides by n.
    ///
    /// - Parameter shape: the sizes of the last dimensions; the weight and the bias have this shape.
    @native(509) public func layerNorm(_ x: Tensor, _ shape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5) -> Tensor
    /// Normalizes each channel (dimension 1) over the batch: (x − mean)/√(variance + ε)·weight + bias.
    ///
    /// While training, mean and variance are those of the batch, and the given ones move toward them in place by
    /// `momentum` (the variance by that which divides by n − 1). Otherwise the given ones are used.
    @native(510) public func batchNorm(_ x: Tensor, mean: Tensor?, variance: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil, training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5) -> Tensor
    extension Tensor {
      /// Positive numbers that sum to 1 along the dimension: eˣ divided by the sum of all eˣ, without overflow.
      @native(511) public func softmax(dim: Int) -> Tensor
      /// The logarithm of softmax along the dimension, without overflow.
      @native(512) public func logSoftmax(dim: Int) -> Tensor
    }
    /// Positive numbers that sum to 1 along the dimension: eˣ divided by the sum of all eˣ, without overflow.
    @native(513) public func softmax(_ x: Tensor, dim: Int) -> Tensor
    /// The logarithm of softmax along the dimension, without overflow.
    @native(514) public func logSoftmax(_ x: Tensor, dim: Int) -> Tensor
    /// Sums of products by Einstein's convention: `einsum("ij,jk->ik", a, b)` is the product of two matrices.
    ///
    /// Each letter names a dimension. A letter that is not in the result is summed over; one that appears twice in an
    /// operand takes its diagonal. Without an arrow the result has the letters that appear once, in alphabetical order.
    @native(515) public func einsum(_ equation: String, _ operands: Tensor...) -> Tensor
    extension Tensor {
      /// The product of matrices; a batch of them when there are more than two dimensions. A vector on the left is a row,
      /// on the right a column, and two vectors give their inner product.
      @native(516) public func matmul(_ other: Tensor) -> Tensor
      /// The inner product of two vectors of the same length.
      @native(517) public func dot(_ other: Tensor) -> Tensor
      /// The products of two batches of matrices: [b, n, m] by [b, m, p] gives [b, n, p].
      @native(518) public func bmm(_ other: Tensor) -> Tensor
      /// The outer product of two vectors: each element of the first by each of the second.
      @native(519) public func outer(_ other: Tensor) -> Tensor
    }
    /// The product of matrices; see `Tensor.matmul`.
    @native(520) public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor
    /// The inner product of two vectors of the same length.
    @native(521) public func dot(_ a: Tensor, _ b: Tensor) -> Tensor
    /// The products of two batches of matrices: [b, n, m] by [b, m, p] gives [b, n, p].
    @native(522) public func bmm(_ a: Tensor, _ b: Tensor) -> Tensor
    /// The outer product of two vectors: each element of the first by each of the second.
    @native(523) public func outer(_ a: Tensor, _ b: Tensor) -> Tensor
    /// A layer's weighted sums: x·Wᵀ + b, where x is [..., in], W is [out, in] and b is [out].
    @native(524) public func linear(_ x: Tensor, _ weight: Tensor, bias: Tensor? = nil) -> Tensor
    extension Tensor {
      /// The length of the vector of all elements: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
      @native(525) public func norm(p: Double = 2.0) -> Tensor
      /// The length along a dimension: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
      @native(526) public func norm(p: Double = 2.0, dim: Int, keepDim: Bool = false) -> Tensor
      /// The length along several dimensions: (Σ|x|ᵖ)^(1/p). At 0 its gradient is 0.
      @native(527) public func norm(p: Double = 2.0, dim: [Int], keepDim: Bool = false) -> Tensor
    }
    extension Tensor {
      /// The running sum along a dimension.
      @native(528) public func cumsum(_ dim: Int) -> Tensor
      /// The place of the greatest element in the flattened tensor, or along a dimension; the first of equals, as Int64.
      @native(529) public func argmax(dim: Int? = nil, keepDim: Bool = false) -> Tensor
      /// The place of the least element in the flattened tensor, or along a dimension; the first of equals, as Int64.
      @native(530) public func argmin(dim: Int? = nil, keepDim: Bool = false) -> Tensor
      /// The variance of all elements; the sum of squares is divided by n − `correction`.
      @native(531) public func variance(correction: Double = 1.0) -> Tensor
      /// The variance along a dimension; the sum of squares is divided by n − `correction`.
      @native(532) public func variance(dim: Int, correction: Double = 1.0, keepDim: Bool = false) -> Tensor
      /// The variance along several dimensions; the sum of squares is divided by n − `correction`.
      @native(533) public func variance(dim: [Int], correction: Double = 1.0, keepDim: Bool = false) -> Tensor
      /// The standard deviation of all elements: the root of `variance`.
      @native(534) public func std(correction: Double = 1.0) -> Tensor
      /// The standard deviation along a dimension: the root of `variance`.
      @native(535) public func std(dim: Int, correction: Double = 1.0, keepDim: Bool = false) -> Tensor
      /// The standard deviation along several dimensions: the root of `variance`.
      @native(536) public func std(dim: [Int], correction: Double = 1.0, keepDim: Bool = false) -> Tensor
      /// The sum of the elements.
      @native(537) public func sum() -> Tensor
      /// The sum of the elements along a dimension.
      @native(538) public func sum(dim: Int, keepDim: Bool = false) -> Tensor
      /// The sum of the elements along several dimensions.
      @native(539) public func sum(dim: [Int], keepDim: Bool = false) -> Tensor
      /// The mean of the elements.
      @native(540) public func mean() -> Tensor
      /// The mean of the elements along a dimension.
      @native(541) public func mean(dim: Int, keepDim: Bool = false) -> Tensor
      /// The mean of the elements along several dimensions.
      @native(542) public func mean(dim: [Int], keepDim: Bool = false) -> Tensor
      /// The product of the elements.
      @native(543) public func prod() -> Tensor
      /// The product of the elements along a dimension.
      @native(544) public func prod(dim: Int, keepDim: Bool = false) -> Tensor
      /// The product of the elements along several dimensions.
      @native(545) public func prod(dim: [Int], keepDim: Bool = false) -> Tensor
      /// The greatest of the elements; equal ones share the gradient evenly.
      @native(546) public func max() -> Tensor
      /// The greatest of the elements along a dimension; equal ones share the gradient evenly.
      @native(547) public func max(dim: Int, keepDim: Bool = false) -> Tensor
      /// The greatest of the elements along several dimensions; equal ones share the gradient evenly.
      @native(548) public func max(dim: [Int], keepDim: Bool = false) -> Tensor
      /// The least of the elements; equal ones share the gradient evenly.
      @native(549) public func min() -> Tensor
      /// The least of the elements along a dimension; equal ones share the gradient evenly.
      @native(550) public func min(dim: Int, keepDim: Bool = false) -> Tensor
      /// The least of the elements along several dimensions; equal ones share the gradient evenly.
      @native(551) public func min(dim: [Int], keepDim: Bool = false) -> Tensor
      /// The logarithm of the sum of exponentials, without overflow, of the elements.
      @native(552) public func logsumexp() -> Tensor
      /// The logarithm of the sum of exponentials, without overflow, of the elements along a dimension.
      @native(553) public func logsumexp(dim: Int, keepDim: Bool = false) -> Tensor
      /// The logarithm of the sum of exponentials, without overflow, of the elements along several dimensions.
      @native(554) public func logsumexp(dim: [Int], keepDim: Bool = false) -> Tensor
      /// Whether any element is true (not zero).
      @native(555) public func any() -> Tensor
      /// Whether any element is true (not zero), along a dimension.
      @native(556) public func any(dim: Int, keepDim: Bool = false) -> Tensor
      /// Whether all elements are true (not zero).
      @native(557) public func all() -> Tensor
      /// Whether all elements are true (not zero), along a dimension.
      @native(558) public func all(dim: Int, keepDim: Bool = false) -> Tensor
    }
    /// The sum of the elements.
    @native(559) public func sum(_ x: Tensor) -> Tensor
    /// The mean of the elements.
    @native(560) public func mean(_ x: Tensor) -> Tensor
    extension Tensor {
      /// The same elements in another type; itself when it is of that type. From real to integer truncates toward zero.
      @native(561) public func to(_ dtype: DType) -> Tensor
      /// A copy in memory of its own; the gradient passes through.
      @native(562) public func clone() -> Tensor
      /// The same elements laid out row by row without gaps: itself, or a copy.
      @native(563) public func contiguous() -> Tensor
    }
    extension Tensor {
      /// The slices with the given numbers (Int64) of a dimension; a number may appear several times.
      @native(564) public func indexSelect(_ dim: Int, _ index: Tensor) -> Tensor
      /// For each index the element at its own position, but at the index along the dimension.
      ///
      /// `y[i, j] = x[i, index[i, j]]` for dimension 1. The index (Int64) has as many dimensions as the tensor, and is in
      /// no other dimension longer.
      @native(565) public func gather(_ dim: Int, _ index: Tensor) -> Tensor
      /// The elements of `source` added at the indices along the dimension; repeated indices add up.
      ///
      /// `y[i, index[i, j]] += source[i, j]` for dimension 1.
      @native(566) public func scatterAdd(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor
    }
    /// Tensors joined along a dimension they have; the other sizes must be equal.
    @native(567) public func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor
    /// Tensors of one shape joined along a new dimension.
    @native(568) public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor
    extension Tensor {
      /// Parts of this many slices along a dimension; the last may be shorter.
      @native(569) public func split(_ size: Int, dim: Int = 0) -> [Tensor]
      /// Parts of the given sizes along a dimension; the sizes must sum to its own.
      @native(570) public func split(_ sizes: [Int], dim: Int = 0) -> [Tensor]
      /// About this many parts of equal size along a dimension; the last may be shorter, and there may be fewer.
      @native(571) public func chunk(_ count: Int, dim: Int = 0) -> [Tensor]
    }
    extension Tensor {
      /// The elements in reverse order along these dimensions.
      @native(572) public func flip(_ dims: [Int]) -> Tensor
      /// The elements moved by `shift` places along a dimension; what leaves at the end comes in at the beginning.
      @native(573) public func roll(_ shift: Int, dim: Int) -> Tensor
      /// The tensor repeated this many times along each dimension, as tiles.
      @native(574) public func tile(_ counts: [Int]) -> Tensor
      /// The lower triangle of matrices, zeros above diagonal number `diagonal`.
      @native(575) public func tril(_ diagonal: Int = 0) -> Tensor
      /// The upper triangle of matrices, zeros below diagonal number `diagonal`.
      @native(576) public func triu(_ diagonal: Int = 0) -> Tensor
      /// The elements of a matrix where row and column are equal, of each matrix in a batch.
      @native(577) public func diagonal() -> Tensor
      /// The sum of the elements of a matrix where row and column are equal.
      @native(578) public func trace() -> Tensor
      /// The slices along a dimension, each without it.
      @native(579) public func unbind(_ dim: Int = 0) -> [Tensor]
      /// The elements in order along a dimension, and where each stood; NaN comes last.
      @native(580) public func sort(dim: Int = -1, descending: Bool = false) -> (values: Tensor, indices: Tensor)
      /// Where each element of the sorted tensor stood.
      @native(581) public func argsort(dim: Int = -1, descending: Bool = false) -> Tensor
      /// The k greatest elements along a dimension in order, and where each stood.
      @native(582) public func topk(_ k: Int, dim: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor)
      /// This tensor's elements moved toward another's by a share: a + weight·(b − a).
      @native(583) public func lerp(_ other: Tensor, _ weight: Double) -> Tensor
    }
    /// The cosine of the angle between vectors along a dimension: a·b / max(|a|·|b|, eps).
    @native(584) public func cosineSimilarity(_ a: Tensor, _ b: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor
    extension Tensor {
      /// The same elements in another shape; one size may be −1 and is computed.
      @native(585) public func reshape(_ shape: [Int]) -> Tensor
      /// The dimensions in another order: `permute([2, 0, 1])` puts the last first.
      @native(586) public func permute(_ dims: [Int]) -> Tensor
      /// Two dimensions exchanged.
      @native(587) public func transpose(_ dim0: Int, _ dim1: Int) -> Tensor
      /// The transposed matrix: the last two dimensions exchanged. A vector or a number is its own.
      public var T: Tensor { @native(588) get }
      /// Dimensions of size 1 repeated, without copying; −1 keeps a size, and new dimensions may come first.
      @native(589) public func expand(_ shape: [Int]) -> Tensor
      /// Repeats dimensions of size 1 to the shape of another tensor.
      @native(590) public func expandAs(_ other: Tensor) -> Tensor
      /// Without the dimensions of size 1.
      @native(591) public func squeeze() -> Tensor
      /// Without a dimension, if it is of size 1.
      @native(592) public func squeeze(_ dim: Int) -> Tensor
      /// With a new dimension of size 1 at a place; −1 is the last.
      @native(593) public func unsqueeze(_ dim: Int) -> Tensor
      /// The dimensions from `startDim` to `endDim` made one.
      @native(594) public func flatten(_ startDim: Int = 0, _ endDim: Int = -1) -> Tensor
      /// Numbers put around: pairs of (before, after) counts, for the last dimension first.
      @native(595) public func pad(_ padding: [Int], value: Double = 0.0) -> Tensor
    }
    /// Adam: steps by the mean of the gradients over the root of the mean of their squares, both decaying.
    ///
    /// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), where m̂ and v̂ are corrected for their
    /// beginning at 0.
    /// Weight decay adds `weightDecay`·w to g.
    @native("Adam") public class Adam: Optimizer {
      /// β₁ and β₂: how slowly the two means decay.
      public var betas: (Double, Double) { @native(596) get @native(597) nonmutating set }
      /// ε: keeps the division finite.
      public var eps: Double { @native(598) get @native(599) nonmutating set }
      /// The strength of the pull toward 0.
      public var weightDecay: Double { @native(600) get @native(601) nonmutating set }
      /// Whether the greatest v so far is used, so that steps never grow again.
      public var amsgrad: Bool { @native(602) get }
      /// Adam on these parameters.
      @native(603) public init(_ parameters: [Tensor], lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0.0, amsgrad: Bool = false)
    }
    /// Adam with the weight decay taken out of the gradient: w ← w − η·`weightDecay`·w before the step.
    @native("AdamW") public class AdamW: Adam {
      /// AdamW on these parameters.
      @native(604) public init(_ parameters: [Tensor], lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0.01, amsgrad: Bool = false)
    }
    /// RMSprop: steps by the gradient over the root of a decaying mean of its squares.
    ///
    /// v ← αv + (1 − α)g², w ← w − η·g/(√v + ε).
    @native("RMSprop") public class RMSprop: Optimizer {
      /// α: how slowly the mean of the squares decays.
      public var alpha: Double { @native(605) get @native(606) nonmutating set }
      /// ε: keeps the division finite.
      public var eps: Double { @native(607) get @native(608) nonmutating set }
      /// The strength of the pull toward 0.
      public var weightDecay: Double { @native(609) get @native(610) nonmutating set }
      /// How much of the last step is kept.
      public var momentum: Double { @native(611) get @native(612) nonmutating set }
      /// Whether the squares are taken about a running mean.
      public var centered: Bool { @native(613) get }
      /// RMSprop on these parameters.
      @native(614) public init(_ parameters: [Tensor], lr: Double = 0.01, alpha: Double = 0.99, eps: Double = 1e-8, weightDecay: Double = 0.0, momentum: Double = 0.0, centered: Bool = false)
    }
    /// Adagrad: steps by the gradient over the root of the sum of all its squares so far.
    ///
    /// s ← s + g², w ← w − η/(1 + (t − 1)·`lrDecay`)·g/(√s + ε) at step t.
    @native("Adagrad") public class Adagrad: Optimizer {
      /// How fast the learning rate falls with the steps.
      public var lrDecay: Double { @native(615) get @native(616) nonmutating set }
      /// The strength of the pull toward 0.
      public var weightDecay: Double { @native(617) get @native(618) nonmutating set }
      /// What the sums begin with.
      public var initialAccumulator: Double { @native(619) get }
      /// ε: keeps the division finite.
      public var eps: Double { @native(620) get @native(621) nonmutating set }
      /// Adagrad on these parameters.
      @native(622) public init(_ parameters: [Tensor], lr: Double = 0.01, lrDecay: Double = 0.0, weightDecay: Double = 0.0, initialAccumulator: Double = 0.0, eps: Double = 1e-10)
    }
    /// Scales all gradients so that together they are no longer than `maxNorm`, and gives back how long they were.
    ///
    /// All are multiplied by min(1, maxNorm / (length + 10⁻⁶)), as in PyTorch.
    @native(623) @discardableResult public func clipGradNorm(_ parameters: [Tensor], _ maxNorm: Double, p: Double = 2.0) -> Double
    /// Clamps each element of all gradients to −limit…limit.
    @native(624) public func clipGradValue(_ parameters: [Tensor], _ limit: Double)
    /// Stochastic gradient descent: w ← w − η·g, with momentum v ← μv + (1 − dampening)g and w ← w − ηv when given.
    ///
    /// Weight decay adds `weightDecay`·w to g; Nesterov's form steps by g + μv.
    @native("SGD") public class SGD: Optimizer {
      /// μ: how much of the last step is kept.
      public var momentum: Double { @native(625) get @native(626) nonmutating set }
      /// How much of the gradient momentum leaves out.
      public var dampening: Double { @native(627) get @native(628) nonmutating set }
      /// The strength of the pull toward 0.
      public var weightDecay: Double { @native(629) get @native(630) nonmutating set }
      /// Whether momentum looks ahead.
      public var nesterov: Bool { @native(631) get @native(632) nonmutating set }
      /// Gradient descent on these parameters.
      @native(633) public init(_ parameters: [Tensor], lr: Double = 0.001, momentum: Double = 0.0, dampening: Double = 0.0, weightDecay: Double = 0.0, nesterov: Bool = false)
    }
    /// L-BFGS: a quasi-Newton method that learns the curvature from its last steps. For small problems and whole batches.
    ///
    /// A step runs up to `maxIter` iterations, each of which evaluates the loss again, so `step` is given a closure that
    /// computes the loss; the optimizer calls `zeroGrad` and `backward` itself.
    @native("LBFGS") public class LBFGS: Optimizer {
      /// L-BFGS on these parameters.
      @native(634) public init(_ parameters: [Tensor], lr: Double = 1.0, maxIter: Int = 20, maxEval: Int? = nil, toleranceGrad: Double = 1e-7, toleranceChange: Double = 1e-9, historySize: Int = 100)
      /// Minimizes for up to `maxIter` iterations, and gives back the loss at the beginning.
      @native(635) @discardableResult public func step(_ loss: () -> Tensor) -> Tensor
    }
    /// Changes parameters by their gradients.
    ///
    /// One step of training is `optimizer.zeroGrad()`, a loss, `loss.backward()`, `optimizer.step()`.
    @native("Optimizer") public class Optimizer {
      /// What is trained.
      public var parameters: [Tensor] { @native(636) get }
      /// The learning rate η: how far a step goes.
      public var lr: Double { @native(637) get @native(638) nonmutating set }
      /// How many steps were taken.
      public var steps: Int { @native(639) get }
      /// Sets all gradients to nil.
      @native(640) public func zeroGrad()
      /// Changes each parameter that has a gradient.
      @native(641) public func step()
    }
    /// Changes an optimizer's learning rate from epoch to epoch: call `step()` after each.
    ///
    /// The rate of an epoch is a formula of its number and the rate at the beginning.
    @native("Schedule") public class Schedule {
      /// What is scheduled.
      public var optimizer: Optimizer { @native(642) get }
      /// How many steps the schedule has taken.
      public var epoch: Int { @native(643) get }
      /// The learning rate at the beginning.
      public var initialRate: Double { @native(644) get }
      /// Goes on to the next epoch.
      @native(645) public func step()
    }
    /// The rate multiplied by `gamma` every `stepSize` epochs.
    @native("StepLR") public class StepLR: Schedule {
      /// A schedule of steps.
      @native(646) public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1)
    }
    /// The rate multiplied by `gamma` at each of the given epochs.
    @native("MultiStepLR") public class MultiStepLR: Schedule {
      /// A schedule of steps at given epochs.
      @native(647) public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1)
    }
    /// The rate multiplied by `gamma` at every epoch.
    @native("ExponentialLR") public class ExponentialLR: Schedule {
      /// A schedule of exponential decay.
      @native(648) public init(_ optimizer: Optimizer, gamma: Double)
    }
    /// The rate multiplied by a factor that goes from `startFactor` to `endFactor` in `totalIters` epochs.
    @native("LinearLR") public class LinearLR: Schedule {
      /// A schedule of a straight line.
      @native(649) public init(_ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1.0, totalIters: Int = 5)
    }
    /// The rate along half a cosine from its beginning to `etaMin` in `tMax` epochs, and back.
    @native("CosineAnnealingLR") public class CosineAnnealingLR: Schedule {
      /// A schedule of a cosine.
      @native(650) public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0.0)
    }
    /// The rate multiplied by what a function says of the epoch.
    @native("LambdaLR") public class LambdaLR: Schedule {
      /// A schedule by a function of the epoch.
      @native(651) public init(_ optimizer: Optimizer, _ factor: @escaping (Int) -> Double)
    }
    /// The rate multiplied by `factor` when a loss has not fallen for more than `patience` epochs.
    @native("ReduceLROnPlateau") public class ReduceLROnPlateau {
      /// What is scheduled.
      public var optimizer: Optimizer { @native(652) get }
      /// A schedule by the loss; an epoch counts as better when its loss is below the best by the share `threshold`.
      @native(653) public init(_ optimizer: Optimizer, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, minLR: Double = 0.0)
      /// Goes on to the next epoch, after one of this loss.
      @native(654) public func step(_ loss: Double)
      /// Goes on to the next epoch, after one of this loss.
      @native(655) public func step(_ loss: Tensor)
    }
    /// A stream of random numbers, the same for the same seed on every machine, and bit for bit that of another library.
    ///
    ///     let g = Generator(.numpy, seed: 1)
    ///     g.rand(3)          // what numpy.random.seed(1); numpy.random.rand(3) gives
    ///
    /// Python's `random.randint(a, b)` includes b: it is `randint(a, b + 1)` here.
    @native("Generator") public class Generator {
      /// Whose numbers a generator makes.
      public enum Kind: String, CaseIterable {
        /// PyTorch's CPU generator: `torch.manual_seed`.
        case torch
        /// NumPy's `RandomState`: `numpy.random.seed`.
        case numpy
        /// Python's `random` module: `random.seed`, and `gauss` for normal numbers.
        case python
        /// Philox4x32-10, a counter-based generator.
        case philox
        /// Threefry2x32-20, the counter-based generator of JAX.
        case threefry
      }
      /// Whose numbers this generator makes.
      public var kind: Kind { @native(656) get }
      /// The seed that the stream began with.
      public var seed: Int { @native(657) get }
      /// Begins a stream. PyTorch and NumPy use the lower 32 bits of the seed, Python its absolute value.
      @native(658) public init(_ kind: Kind = .torch, seed: Int = 0)
      /// Begins the stream of another seed.
      @native(659) public func manualSeed(_ seed: Int)
    }
    extension Generator {
      /// A number in [0, 1): `random.random()`, `numpy.random.random()`, `torch.rand(1)` (a Float32).
      @native(660) public func random() -> Double
      /// `count` numbers in [0, 1): `numpy.random.rand(count)`, `torch.rand(count)` (Float32 values).
      @native(661) public func rand(_ count: Int) -> [Double]
      /// `count` numbers of the standard normal distribution: `numpy.random.randn(count)`, `torch.randn(count)` (Float32
      /// values), `random.gauss(0, 1)`.
      @native(662) public func randn(_ count: Int) -> [Double]
      /// A number from `low` to below `high`: `random.uniform(low, high)`, `torch.empty(1).uniform_(low, high)`.
      @native(663) public func uniform(_ low: Double, _ high: Double) -> Double
      /// `count` numbers from `low` to below `high`.
      @native(664) public func uniform(_ low: Double, _ high: Double, _ count: Int) -> [Double]
      /// A normal number: `random.gauss(mean, deviation)`, `numpy.random.normal(mean, deviation)`.
      @native(665) public func normal(_ mean: Double = 0, _ deviation: Double = 1) -> Double
      /// `count` normal numbers: `numpy.random.normal(mean, deviation, count)`, `torch.empty(count).normal_(mean, deviation)`.
      @native(666) public func normal(_ mean: Double, _ deviation: Double, _ count: Int) -> [Double]
      /// An integer from `low` to below `high`; `low` where there is none.
      @native(667) public func randint(_ low: Int, _ high: Int) -> Int
      /// `count` integers from `low` to below `high`: `numpy.random.randint(low, high, count)`, `torch.randint`.
      @native(668) public func randint(_ low: Int, _ high: Int, _ count: Int) -> [Int]
      /// 0..<count in random order: `torch.randperm(count)`, `numpy.random.permutation(count)`, a shuffled
      /// `list(range(count))` of Python.
      @native(669) public func permutation(_ count: Int) -> [Int]
      /// `count` different numbers of 0..<n: `random.sample(range(n), count)`; all of them where n is less than `count`.
      @native(670) public func sample(_ n: Int, _ count: Int) -> [Int]
      /// The values in random order, as `random.shuffle` and `numpy.random.shuffle` order a list.
      @native(671) public func shuffled(_ values: [Int]) -> [Int]
      /// The values in random order.
      @native(672) public func shuffled(_ values: [Double]) -> [Double]
      /// The values in random order.
      @native(673) public func shuffled(_ values: [String]) -> [String]
    }
    /// Seeds the generator behind `Tensor.rand`, `Linear` and everything else that draws at random, like
    /// `torch.manual_seed`: the same numbers follow as in PyTorch.
    @native(674) public func manualSeed(_ seed: Int)
    extension Tensor {
      /// A single number.
      @native(675) public init(_ value: Double, dtype: DType = .float32, requiresGrad: Bool = false)
      /// A vector.
      @native(676) public init(_ values: [Double], dtype: DType = .float32, requiresGrad: Bool = false)
      /// A matrix, row by row.
      @native(677) public init(_ rows: [[Double]], dtype: DType = .float32, requiresGrad: Bool = false)
      /// An array of three dimensions.
      @native(678) public init(_ matrices: [[[Double]]], dtype: DType = .float32, requiresGrad: Bool = false)
      /// An array of four dimensions.
      @native(679) public init(_ blocks: [[[[Double]]]], dtype: DType = .float32, requiresGrad: Bool = false)
      /// A single number, of Float32 as a number written with a point is.
      @native(680) @_disfavoredOverload public init(_ value: Int, dtype: DType = .float32, requiresGrad: Bool = false)
      /// A vector of integers. An array written in place (`Tensor([1, 2])`) is one of Float32.
      @native(681) @_disfavoredOverload public init(_ values: [Int], dtype: DType = .int64, requiresGrad: Bool = false)
      /// A matrix of integers, row by row. An array written in place is one of Float32.
      @native(682) @_disfavoredOverload public init(_ rows: [[Int]], dtype: DType = .int64, requiresGrad: Bool = false)
      /// A single truth value.
      @native(683) public init(_ value: Bool)
      /// A vector of truth values.
      @native(684) public init(_ values: [Bool])
      /// A matrix of truth values, row by row.
      @native(685) public init(_ rows: [[Bool]])
      /// The elements row by row, in a shape of their number.
      @native(686) public init(_ values: [Double], shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false)
      /// All zeros.
      @native(687) public static func zeros(_ shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// All ones.
      @native(688) public static func ones(_ shape: [Int], dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// The same number everywhere.
      @native(689) public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// Zeros in the shape and type of another tensor.
      @native(690) public static func zerosLike(_ other: Tensor) -> Tensor
      /// Ones in the shape and type of another tensor.
      @native(691) public static func onesLike(_ other: Tensor) -> Tensor
      /// The identity matrix of n rows, and of m columns when given.
      @native(692) public static func eye(_ n: Int, _ m: Int? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// 0, 1, 2, … below `end`, as Int64.
      @native(693) public static func arange(_ end: Int) -> Tensor
      /// From `start`, in steps of `step`, below `end`, as Int64 unless another type is given.
      @native(694) public static func arange(_ start: Int, _ end: Int, step: Int = 1, dtype: DType = .int64) -> Tensor
      /// From `start`, in steps of `step`, below `end`.
      @native(695) public static func arange(_ start: Double, _ end: Double, step: Double = 1.0, dtype: DType = .float32) -> Tensor
      /// `count` numbers from `start` to `end`, both included, at equal distances.
      @native(696) public static func linspace(_ start: Double, _ end: Double, _ count: Int, dtype: DType = .float32) -> Tensor
      /// Rows of zeros with a one at each class number: shape [..., classes], of Float32 unless another type is given.
      @native(697) public static func oneHot(_ classes: Tensor, count: Int, dtype: DType = .float32) -> Tensor
    }
    /// The type of a tensor's elements.
    ///
    /// An operation on two types gives the wider of them in the order `bool`, `int64`, `float32`, `float64`; a tensor
    /// without dimensions and a plain number widen another tensor only into a new kind (integer to floating point).
    public enum DType: CaseIterable, Equatable, Hashable, CustomStringConvertible {
      /// True or false, one byte.
      case bool
      /// A signed integer of 64 bits.
      case int64
      /// An IEEE 754 number of 32 bits: about 7 decimal digits.
      case float32
      /// An IEEE 754 number of 64 bits: about 16 decimal digits.
      case float64
      /// The name as PyTorch prints it without its prefix: `float32`.
      public var description: String { @native(698) get }
      /// Whether gradients can flow through elements of this type.
      public var isFloatingPoint: Bool { @native(699) get }
      /// The size of one element in bytes.
      public var byteCount: Int { @native(700) get }
    }
    /// What may stand in a tensor's subscript: a position, a range, or `.all`.
    public protocol TensorIndex {
    }
    extension Int: TensorIndex {
    }
    extension Range: TensorIndex where Bound == Int {
    }
    extension ClosedRange: TensorIndex where Bound == Int {
    }
    extension PartialRangeFrom: TensorIndex where Bound == Int {
    }
    extension PartialRangeUpTo: TensorIndex where Bound == Int {
    }
    extension PartialRangeThrough: TensorIndex where Bound == Int {
    }
    /// The whole of a dimension, in a subscript: `x[.all, 2]`.
    @native("AllIndex") public struct AllIndex: TensorIndex {
      /// The whole of a dimension.
      @native(701) public init()
    }
    extension TensorIndex where Self == AllIndex {
      /// The whole of a dimension.
      public static var all: AllIndex { @native(702) get }
    }
    extension Tensor {
      /// The part at these positions and ranges of the first dimensions; negative positions count from the end.
      ///
      /// `x[0]` is the first row, `x[0, 1...]` the rest of it, `x[.all, -1]` the last column.
      ///
      /// Setting a part gives the variable a tensor with that part replaced; of a parameter inside `noGrad` it replaces
      /// the part for everyone who holds it.
      public subscript(_ indices: any TensorIndex...) -> Tensor { @native(703) get @native(704) set }
      /// The elements where a mask of the same leading shape is true, or the rows with the given numbers (Int64).
      ///
      /// A mask of the tensor's own shape gives a vector. Numbers of shape [n, m] give rows in the shape [n, m, …].
      public subscript(_ selection: Tensor) -> Tensor { @native(705) get @native(706) set }
    }
    extension Tensor: CustomStringConvertible {
      /// The elements as PyTorch prints them: four digits, a common width, and of large tensors the corners.
      public var description: String { @native(707) get }
    }
    extension Tensor {
      /// Numbers in [0, 1), each as likely as the other; of the generator that `manualSeed` seeds, unless one is given.
      @native(708) public static func rand(_ shape: [Int], generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// Numbers in [low, high), each as likely as the other.
      @native(709) public static func uniform(_ shape: [Int], _ low: Double, _ high: Double, generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// Numbers of the normal distribution of mean 0 and standard deviation 1.
      @native(710) public static func randn(_ shape: [Int], generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// Numbers of the normal distribution of this mean and standard deviation.
      @native(711) public static func normal(_ shape: [Int], _ mean: Double, _ deviation: Double, generator: Generator? = nil, dtype: DType = .float32, requiresGrad: Bool = false) -> Tensor
      /// Integers (Int64) from `low` to below `high`.
      @native(712) public static func randint(_ low: Int, _ high: Int, _ shape: [Int], generator: Generator? = nil) -> Tensor
      /// Integers (Int64) from 0 to below `high`.
      @native(713) public static func randint(_ high: Int, _ shape: [Int], generator: Generator? = nil) -> Tensor
      /// The integers 0..<count (Int64) in random order.
      @native(714) public static func randperm(_ count: Int, generator: Generator? = nil) -> Tensor
    }
    /// A multidimensional array of numbers that remembers how it was computed.
    ///
    /// ```swift
    /// let x = Tensor([[1, 2], [3, 4]], requiresGrad: true)
    /// let y = (x * x).sum()
    /// y.backward()
    /// x.grad            // tensor([[2., 4.], [6., 8.]])
    /// ```
    ///
    /// A tensor is a value: `y = x` and then `y += 1` leaves `x` as it was. A parameter is the exception: a leaf with
    /// `requiresGrad`, changed inside `noGrad { … }` or by an optimizer, changes for everyone who holds it.
    @native("Tensor") public struct Tensor {
      /// The sizes of its dimensions; `[]` for a single number.
      public var shape: [Int] { @native(715) get }
      /// How many dimensions it has.
      public var rank: Int { @native(716) get }
      /// How many elements it has.
      public var count: Int { @native(717) get }
      /// The type of its elements.
      public var dtype: DType { @native(718) get }
      /// Whether no operation with a history made it: it is data or a parameter.
      public var isLeaf: Bool { @native(719) get }
      /// Whether gradients flow to it. Only a leaf may be switched, and only floating-point elements have gradients.
      public var requiresGrad: Bool { @native(720) get @native(721) nonmutating set }
      /// The gradient that backward left here: of a leaf the sum over all backwards since it was nil, of an intermediate
      /// result that has a name or at most 65,536 elements the same.
      public var grad: Tensor? { @native(722) get @native(723) nonmutating set }
      /// Names the tensor, for graphs, derivations and messages, and gives it back.
      @native(724) @discardableResult public func name(_ name: String) -> Tensor
      /// The name it was given, or the variable it was first bound to.
      public var label: String? { @native(725) get }
      /// The value without its history: no gradient flows through it. It shares the memory of the original.
      @native(726) public func detach() -> Tensor
    }
    extension Tensor {
      /// The value of a tensor of one element: true is 1.
      @native(727) public func item() -> Double
      /// The elements row by row, as one array.
      @native(728) public func toArray() -> [Double]
      /// The elements row by row, as integers truncated toward zero.
      @native(729) public func toIntArray() -> [Int]
      /// Whether each element is not zero, row by row.
      @native(730) public func toBoolArray() -> [Bool]
    }
    /// Sets how many threads large operations may use, like `torch.set_num_threads`. Results have the same bits with every
    /// number: work is split over outputs, and never within a sum.
    ///
    /// - Parameter count: At least 1 and at most 256; other values count as the nearest of these. Until it is set, it is the
    ///   number of processors.
    @native(731) public func setNumThreads(_ count: Int)
    /// How many threads large operations may use, like `torch.get_num_threads`.
    @native(732) public func getNumThreads() -> Int

    """##
}
