import Glibc

/// SVG to PNG through librsvg and cairo, which are opened when the first picture is made: a session that makes none
/// pays nothing for them, and on a machine without them pictures have no PNG form.
package enum Rasterizer {
  package struct Picture {
    package var bytes: [UInt8]
    /// The size at which to show the picture, in CSS pixels.
    package var width: Double
    package var height: Double
  }

  /// Pixels for each CSS pixel, for screens of today.
  private static let usualDensity = 2.0
  /// A larger picture has fewer pixels for each CSS pixel: libpng takes 25 ns for each, and a graph of three hundred
  /// operations took it half a second.
  private static let pixelAim = 3_000_000.0
  private static let leastDensity = 0.75
  /// The most pixels of a picture (160 MB in memory): beyond that there is no PNG form.
  private static let pixelLimit = 40_000_000.0

  private static func density(_ width: Double, _ height: Double) -> Double {
    min(max((pixelAim / (width * height)).squareRoot(), leastDensity), usualDensity)
  }

  private static let library: Library? = Library()

  /// The drawing as PNG; nil where the libraries are missing or the source is not a drawing.
  package static func png(svg: String) -> Picture? {
    guard let library else { return nil }
    var source = svg
    return source.withUTF8 { bytes in library.render(bytes) }
  }

  /// The few functions of librsvg (2.52), cairo and GObject that we call.
  private struct Library: @unchecked Sendable {
    typealias Pointer = UnsafeMutableRawPointer
    typealias WriteCallback = @convention(c) (Pointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

    typealias NewHandle = @convention(c) (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<Pointer?>?) -> Pointer?
    typealias IntrinsicSize =
      @convention(c) (Pointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Int32
    /// The third argument is a rectangle: x, y, width, height.
    typealias RenderDocument =
      @convention(c) (Pointer, Pointer, UnsafePointer<Double>, UnsafeMutablePointer<Pointer?>?) -> Int32
    typealias NewSurface = @convention(c) (Int32, Int32, Int32) -> Pointer?
    typealias Status = @convention(c) (Pointer) -> Int32
    typealias NewContext = @convention(c) (Pointer) -> Pointer?
    typealias WritePNG = @convention(c) (Pointer, WriteCallback, Pointer) -> Int32
    typealias Free = @convention(c) (Pointer) -> Void

    let newHandle: NewHandle
    let intrinsicSize: IntrinsicSize
    let renderDocument: RenderDocument
    let newSurface: NewSurface
    let surfaceStatus: Status
    let newContext: NewContext
    let writePNG: WritePNG
    let freeContext: Free
    let freeSurface: Free
    let unreference: Free

    init?() {
      guard let rsvg = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL),
        let cairo = dlopen("libcairo.so.2", RTLD_LAZY | RTLD_LOCAL),
        let gobject = dlopen("libgobject-2.0.so.0", RTLD_LAZY | RTLD_LOCAL),
        let newHandle: NewHandle = Self.function("rsvg_handle_new_from_data", of: rsvg),
        let intrinsicSize: IntrinsicSize = Self.function("rsvg_handle_get_intrinsic_size_in_pixels", of: rsvg),
        let renderDocument: RenderDocument = Self.function("rsvg_handle_render_document", of: rsvg),
        let newSurface: NewSurface = Self.function("cairo_image_surface_create", of: cairo),
        let surfaceStatus: Status = Self.function("cairo_surface_status", of: cairo),
        let newContext: NewContext = Self.function("cairo_create", of: cairo),
        let writePNG: WritePNG = Self.function("cairo_surface_write_to_png_stream", of: cairo),
        let freeContext: Free = Self.function("cairo_destroy", of: cairo),
        let freeSurface: Free = Self.function("cairo_surface_destroy", of: cairo),
        let unreference: Free = Self.function("g_object_unref", of: gobject)
      else { return nil }
      self.newHandle = newHandle
      self.intrinsicSize = intrinsicSize
      self.renderDocument = renderDocument
      self.newSurface = newSurface
      self.surfaceStatus = surfaceStatus
      self.newContext = newContext
      self.writePNG = writePNG
      self.freeContext = freeContext
      self.freeSurface = freeSurface
      self.unreference = unreference
    }

    private static func function<Function>(_ name: String, of library: Pointer) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: Function.self) }
    }

    func render(_ source: UnsafeBufferPointer<UInt8>) -> Picture? {
      guard let handle = newHandle(source.baseAddress, source.count, nil) else { return nil }
      defer { unreference(handle) }
      var width = 0.0
      var height = 0.0
      guard intrinsicSize(handle, &width, &height) != 0, width >= 1, height >= 1 else { return nil }
      let density = Rasterizer.density(width, height)
      guard width * height * density * density <= pixelLimit,
        let surface = newSurface(0, Int32((width * density).rounded(.up)), Int32((height * density).rounded(.up)))
      else { return nil }
      defer { freeSurface(surface) }
      guard surfaceStatus(surface) == 0, let context = newContext(surface) else { return nil }
      defer { freeContext(context) }
      guard renderDocument(handle, context, [0, 0, width * density, height * density], nil) != 0 else { return nil }
      var bytes: [UInt8] = []
      let status = withUnsafeMutablePointer(to: &bytes) { target in
        writePNG(
          surface,
          { target, data, count in
            target?.assumingMemoryBound(to: [UInt8].self).pointee
              .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return 0
          }, target)
      }
      return status == 0 ? Picture(bytes: bytes, width: width, height: height) : nil
    }
  }
}
