/// One output in every form a front end may ask for, keyed by MIME type; `text/plain` is always there.
public struct MIMEBundle: Sendable, Equatable {
  /// The forms in the order in which they were added; a text for most types, nested JSON for `…+json`, base64 for PNG.
  public private(set) var forms: [JSON.Member]
  /// What front ends are told about single forms, by MIME type: the size at which to show a PNG.
  public var metadata: [JSON.Member] = []

  /// A bundle that a terminal can show.
  public init(text: String) { forms = [JSON.Member(MIMEType.text.rawValue, .string(text))] }

  /// The form of one type; setting nil removes it (but never the text).
  public subscript(type: MIMEType) -> JSON? {
    get { forms.first { $0.key == type.rawValue }?.value }
    set {
      let index = forms.firstIndex { $0.key == type.rawValue }
      switch (index, newValue) {
      case (let index?, let value?): forms[index].value = value
      case (nil, let value?): forms.append(JSON.Member(type.rawValue, value))
      case (let index?, nil): if type != .text { forms.remove(at: index) }
      case (nil, nil): break
      }
    }
  }

  /// The bundle with one more form.
  public func adding(_ type: MIMEType, _ value: JSON) -> MIMEBundle {
    var copy = self
    copy[type] = value
    return copy
  }

  /// The bundle with an HTML form, for front ends that show pages.
  public func adding(html: String) -> MIMEBundle { adding(.html, .string(html)) }

  /// The bundle with a Markdown form.
  public func adding(markdown: String) -> MIMEBundle { adding(.markdown, .string(markdown)) }

  /// The bundle with a LaTeX form; formulas stand between dollar signs.
  public func adding(latex: String) -> MIMEBundle { adding(.latex, .string(latex)) }

  /// The bundle with a drawing, and a PNG of it where this machine can make one.
  public func adding(svg: String) -> MIMEBundle { adding(drawing: Drawing(svg: svg)) }

  /// The text a terminal shows.
  public var text: String {
    guard case .string(let text)? = self[.text] else { return "" }
    return text
  }
}

/// A MIME type: an open set, so that a new renderer needs no change here.
public struct MIMEType: RawRepresentable, Hashable, Sendable {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let text = MIMEType(rawValue: "text/plain")
  public static let html = MIMEType(rawValue: "text/html")
  public static let markdown = MIMEType(rawValue: "text/markdown")
  public static let latex = MIMEType(rawValue: "text/latex")
  public static let svg = MIMEType(rawValue: "image/svg+xml")
  public static let png = MIMEType(rawValue: "image/png")
  public static let vegaLite = MIMEType(rawValue: "application/vnd.vegalite.v5+json")
}

/// A value that knows how to be shown: one conformance makes it a cell's result, an argument of `display` and a
/// picture in a notebook.
public protocol Displayable {
  /// The value in every form it has.
  var bundle: MIMEBundle { get }
}
