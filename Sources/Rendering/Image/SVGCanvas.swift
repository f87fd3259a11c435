/// Writes SVG: a drawing grows by shapes and words, and every number and text is formatted here.
package struct SVGCanvas {
  private var body = ""

  package init() {}

  package enum Anchor: String { case start, middle, end }

  /// A closed document of the given size.
  ///
  /// - Parameters:
  ///   - title: what the picture is, for people who do not see it
  ///   - description: what it shows
  package func document(width: Double, height: Double, title: String, description: String) -> String {
    let (width, height) = (Self.number(width), Self.number(height))
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    text += "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
    text += "font-family=\"\(Escaping.markup(Palette.sans))\" font-size=\"12\">\n"
    text += "<title>\(Escaping.markup(title))</title>\n"
    if !description.isEmpty { text += "<desc>\(Escaping.markup(description))</desc>\n" }
    return text + body + "</svg>\n"
  }

  /// A number with at most two decimals.
  package static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  package mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1, opacity: Double = 1,
    dash: String = ""
  ) {
    body += "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
    body += "y2=\"\(Self.number(y2))\"\(Self.stroke(stroke, width, opacity, dash))/>\n"
  }

  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String = "none", stroke: String? = nil,
    strokeWidth: Double = 1, opacity: Double = 1, radius: Double = 0, fillOpacity: Double = 1, dash: String = ""
  ) {
    body += "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(width, 0)))\" "
    body += "height=\"\(Self.number(max(height, 0)))\" fill=\"\(fill)\""
    if radius > 0 { body += " rx=\"\(Self.number(radius))\"" }
    if fillOpacity < 1 { body += " fill-opacity=\"\(Self.number(fillOpacity))\"" }
    if let stroke { body += Self.stroke(stroke, strokeWidth, 1, dash) }
    if opacity < 1 { body += " opacity=\"\(Self.number(opacity))\"" }
    body += "/>\n"
  }

  package mutating func circle(_ x: Double, _ y: Double, radius: Double, fill: String, opacity: Double = 1) {
    body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" fill=\"\(fill)\""
    if opacity < 1 { body += " fill-opacity=\"\(Self.number(opacity))\"" }
    body += "/>\n"
  }

  /// A path given as its commands, made with `number(_:)`.
  package mutating func path(
    _ commands: String, stroke: String? = nil, width: Double = 1, fill: String = "none", opacity: Double = 1,
    dash: String = ""
  ) {
    body += "<path d=\"\(commands)\" fill=\"\(fill)\""
    if let stroke {
      body += Self.stroke(stroke, width, opacity, dash) + " stroke-linejoin=\"round\" stroke-linecap=\"round\""
    }
    if stroke == nil, opacity < 1 { body += " fill-opacity=\"\(Self.number(opacity))\"" }
    body += "/>\n"
  }

  package mutating func text(
    _ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, size: Double = 12, color: String = Palette.text,
    weight: Int = 400, rotation: Double = 0, monospace: Bool = false
  ) {
    guard !text.isEmpty else { return }
    body += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" fill=\"\(color)\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if size != 12 { body += " font-size=\"\(Self.number(size))\"" }
    if weight != 400 { body += " font-weight=\"\(weight)\"" }
    if monospace { body += " font-family=\"\(Escaping.markup(Palette.monospace))\"" }
    if rotation != 0 { body += " transform=\"rotate(\(Self.number(rotation)) \(Self.number(x)) \(Self.number(y)))\"" }
    body += ">\(Escaping.markup(text))</text>\n"
  }

  /// A PNG, stretched to the rectangle without smoothing.
  package mutating func image(png: [UInt8], x: Double, y: Double, width: Double, height: Double) {
    body += "<image x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
    body += "height=\"\(Self.number(height))\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" "
    body += "xlink:href=\"data:image/png;base64,\(Base64.encode(png))\"/>\n"
  }

  /// Shapes that end at the edges of a rectangle. `id` must be unique in the document.
  package mutating func clipped(
    id: String, x: Double, y: Double, width: Double, height: Double, _ draw: (inout SVGCanvas) -> Void
  ) {
    body += "<clipPath id=\"\(id)\"><rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
    body += "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"/></clipPath>\n"
    body += "<g clip-path=\"url(#\(id))\">\n"
    draw(&self)
    body += "</g>\n"
  }

  /// Shapes that share a tooltip, in viewers that show one.
  package mutating func group(title: String, _ draw: (inout SVGCanvas) -> Void) {
    body += "<g><title>\(Escaping.markup(title))</title>\n"
    draw(&self)
    body += "</g>\n"
  }

  private static func stroke(_ color: String, _ width: Double, _ opacity: Double, _ dash: String) -> String {
    var text = " stroke=\"\(color)\""
    if width != 1 { text += " stroke-width=\"\(number(width))\"" }
    if opacity < 1 { text += " stroke-opacity=\"\(number(opacity))\"" }
    if !dash.isEmpty { text += " stroke-dasharray=\"\(dash)\"" }
    return text
  }
}
