import Testing

@testable import Nabla

struct CSVTests {
  private func table(_ text: String, header: Bool? = nil, separator: String = ",") throws -> CSV {
    try withFolder { folder in
      try FileAccess.current.write(Array(text.utf8), to: folder + "/t.csv")
      return try CSV.load(folder + "/t.csv", header: header, separator: separator)
    }
  }

  @Test func columnsByName() throws {
    let t = try table("\u{FEFF}sepal, petal ,species\r\n5.1,1e-1,setosa\r\n4,-2,virginica\n\n4.5,,setosa")
    #expect(t.names == ["sepal", "petal", "species"])
    #expect(t.count == 3)
    #expect(t["sepal"].toArray() == [Double(Float(5.1)), 4, 4.5])
    #expect(t["petal"].toArray()[2].isNaN)
    #expect(t.text("species") == ["setosa", "virginica", "setosa"])
    #expect(t.classes("species").toIntArray() == [0, 1, 0])
    #expect(t.classNames("species") == ["setosa", "virginica"])
    #expect(t.tensor(["petal", "sepal"], dtype: .float64)[0].toArray() == [0.1, 5.1])
  }

  @Test func quotedFields() throws {
    let t = try table("name;note\n\"a;\"\"b\"\"\";\"two\nlines\"\nc;\n", separator: ";")
    #expect(t.text("name") == ["a;\"b\"", "c"])
    #expect(t.text("note") == ["two\nlines", ""])
  }

  @Test func aTableWithoutNames() throws {
    #expect(try table("1,2\n3,4").tensor().toArray() == [1, 2, 3, 4])
    #expect(try table("1,2\n3,4").names == ["0", "1"])
    #expect(try table("1,2\n3,4", header: true).names == ["1", "2"])
    #expect(try table("a,b\n", header: false).text("1") == ["b"])
    #expect(try table("").tensor().shape == [0, 0])
  }

  @Test func whatIsSavedIsLoaded() throws {
    let values = Tensor([[0.1, -1e30], [3, .infinity]])
    try withFolder { folder in
      try CSV(["loss, mean", "step"], values).save(folder + "/t.csv")
      let back = try CSV.load(folder + "/t.csv")
      #expect(back.names == ["loss, mean", "step"])
      #expect(back.tensor().toArray() == values.toArray())
      #expect(back.text("loss, mean") == ["0.1", "3.0"])
    }
  }

  @Test func faultsAreToldByTheirPlace() throws {
    #expect(message { _ = try table("a,b\n1,2\n\n3\n") }.contains("line 4 has 1 values, the lines before it have 2"))
    #expect(message { _ = try table("a\n\"x\n") }.contains("opens in line 2 is never closed"))
    #expect(message { _ = try table("a", separator: "ab") }.contains("one ASCII character"))
    let t = try table("a,b\n1,x\n")
    #expect(Failure.caught { _ = t["b"] }?.message.contains("row 0 of the column \"b\" is \"x\" and no number") == true)
    #expect(Failure.caught { _ = t["c"] }?.message.contains("there are \"a\", \"b\"") == true)
    #expect(Failure.caught { _ = CSV(["a"], Tensor([1, 2])) }?.message.contains("1 column names") == true)
  }
}
