/// A drawing in SVG with its PNG and its words: what charts, graphs and images become.
package struct Drawing: Displayable {
  package var svg: String
  package var text: String
  /// The size in CSS pixels, nil where the source is a user's and not read.
  package var size: (width: Double, height: Double)?

  package init(svg: String, text: String = "SVG drawing", size: (width: Double, height: Double)? = nil) {
    self.svg = svg
    self.text = text
    self.size = size
  }

  package var bundle: MIMEBundle { MIMEBundle(text: text).adding(drawing: self) }
}

extension MIMEBundle {
  /// The bundle with a drawing's SVG, and its PNG where this machine can make one.
  package func adding(drawing: Drawing) -> MIMEBundle {
    var bundle = adding(.svg, .string(drawing.svg))
    if let picture = Rasterizer.png(svg: drawing.svg) {
      bundle[.png] = .string(Base64.encode(picture.bytes))
      // The pixels are denser than the page's; without a size front ends would show the picture too large.
      bundle.metadata.append(
        JSON.Member(
          MIMEType.png.rawValue,
          ["width": .int(Int(picture.width.rounded())), "height": .int(Int(picture.height.rounded()))]))
    }
    return bundle
  }
}
