package import Foundation

/// The texts that cells are broken from: programs of the oracle suite, and the cells of the lessons.
package enum FuzzCorpus {
  package static func texts(in repository: URL) -> [String] {
    var result: [String] = []
    for (folder, kind) in [("Tests/oracle", "swift"), ("notebooks", "ipynb")] {
      let files = FileManager.default.enumerator(
        at: repository.appending(path: folder), includingPropertiesForKeys: nil)
      let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == kind }
      for url in urls.sorted(by: { $0.path < $1.path }) {
        guard let data = try? Data(contentsOf: url) else { continue }
        result += kind == "swift" ? [String(decoding: data, as: UTF8.self)] : cells(data)
      }
    }
    return result
  }

  private static func cells(_ notebook: Data) -> [String] {
    let root = try? JSONSerialization.jsonObject(with: notebook) as? [String: Any]
    let cells = root?["cells"] as? [[String: Any]] ?? []
    return cells.filter { $0["cell_type"] as? String == "code" }.compactMap { cell in
      if let lines = cell["source"] as? [String] { return lines.joined() }
      return cell["source"] as? String
    }
  }
}
