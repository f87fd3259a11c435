/// A Swift program from the cells of a session, as `swiftc` takes it.
struct SwiftProgram {
  let cells: [CellSource]

  var text: String {
    let bodies = cells.map { "// In [\($0.number)]\n" + $0.text.trimmedAtEnd }
    return (["import Foundation\nimport Nabla"] + bodies).joined(separator: "\n\n") + "\n"
  }
}
