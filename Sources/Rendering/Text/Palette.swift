/// The colours and fonts of every picture.
///
/// Pictures have no background of their own, since a front end may show them on white or on black and does not say
/// which; so each colour here keeps a contrast of at least 3 with both #ffffff and #111111. The hues are those of
/// Okabe and Ito (2008), which people with any kind of colour blindness can tell apart.
package enum Palette {
  /// The colours of series, in the order in which they are given out.
  package static let series = ["#0a7bc0", "#d55e00", "#009e73", "#b96a9c", "#b8860b", "#3d9fd4", "#8a8a8a", "#a65628"]

  /// The dash patterns that tell apart series beyond the colours.
  package static let dashes = ["", "6 3", "2 2", "8 3 2 3"]

  package static func series(_ index: Int) -> String { series[index % series.count] }
  package static func dash(_ index: Int) -> String { dashes[index / series.count % dashes.count] }

  /// Words in a picture: 4.3 to 1 on white and on #111111 alike.
  package static let text = "#7a7a7a"
  /// Lines of axes and of tables.
  package static let rule = "#8c8c8c"
  /// Lines of a grid.
  package static let grid = "#8c8c8c"
  package static let gridOpacity = 0.28

  package static let good = "#009e73"
  package static let bad = "#d55e00"
  package static let cool = "#0072b2"
  package static let coolRGB = "0,114,178"
  package static let warm = "#d55e00"
  package static let warmRGB = "213,94,0"

  package static let sans = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','DejaVu Sans',Arial,sans-serif"
  package static let monospace = "Menlo,Consolas,'DejaVu Sans Mono',monospace"
}
