import Benchmarking
import Solving
import Testing

@Suite struct AssignmentInstanceTests {
  @Test func readsAllCosts() throws {
    let instance = try AssignmentInstance(reading: Array(" 2\r\n 5 -1\n\n7 +3".utf8))
    #expect(instance == AssignmentInstance(size: 2, costs: .dense([5, -1, 7, 3])))
  }

  @Test func readsSomeCostsInAnyOrder() throws {
    let instance = try AssignmentInstance(reading: Array("2\n2 1 9 \n1 1 5\n1 2 6\n2 2 1\n".utf8))
    let entries: [AssignmentInstance.Entry] = [
      .init(row: 0, column: 0, cost: 5), .init(row: 0, column: 1, cost: 6), .init(row: 1, column: 0, cost: 9),
      .init(row: 1, column: 1, cost: 1),
    ]
    #expect(instance == AssignmentInstance(size: 2, costs: .sparse(entries)))
  }

  /// Nine numbers after a 3 are three rows of costs; 36 after a 6 in lines of three are twelve entries.
  @Test func tellsTheLayoutsApart() throws {
    let three = try AssignmentInstance(reading: Array("3\n1 1 1\n2 2 2\n3 3 3\n".utf8))
    #expect(three.costs == .dense([1, 1, 1, 2, 2, 2, 3, 3, 3]))
    let rows = (1...6).flatMap { ["\($0) \($0) 1", "\($0) \($0 % 6 + 1) 1"] }
    let six = try AssignmentInstance(reading: Array("6\n\(rows.joined(separator: "\n"))\n".utf8))
    guard case .sparse(let entries) = six.costs else {
      Issue.record("lines of three are entries")
      return
    }
    #expect(entries.count == 12)
  }

  @Test(arguments: [
    ("", "the file is empty; it begins with the number of rows"),
    ("2\n1 2\n3 x4\n", "line 3: `x4` is not a whole number from -1099511627776 to 1099511627776"),
    ("2\n1 2\n3 4.5", "line 3: `4.5` is not a whole number from -1099511627776 to 1099511627776"),
    (
      "2\n1 2\n3 99999999999999999999999999",
      "line 3: `999999999999999999999999` is not a whole number from -1099511627776 to 1099511627776"
    ),
    ("-1", "line 1: the number of rows is -1, outside 0...1000000"),
    (
      "2\n1 2 3\n4 5",
      "5 numbers follow the number of rows, 2; a dense file has 4, a sparse one has lines of three: row, column, cost"
    ),
    ("2\n1 3 5\n", "line 2: column 3 is outside 1...2"),
    ("2\n0 1 5\n", "line 2: row 0 is outside 1...2"),
    ("2\n1 1 5\n2 2 5\n1 1 6\n", "line 4: row 1, column 1 stands in line 2 already"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: NumberFileError.self) { try AssignmentInstance(reading: Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test func saysWhichRowsCompete() throws {
    let instance = try AssignmentInstance(reading: Array("3\n1 1 5\n2 1 5\n3 1 5\n3 2 5\n3 3 1\n".utf8))
    let run = instance.solved(settings: SearchSettings(seed: 4, threads: 2))
    #expect(run.status == .infeasible && run.cost == nil && run.solution == nil)
    #expect(run.reason == "2 rows may only have 1 column: rows 1 2, column 1")
    #expect(
      run.json.hasPrefix(
        """
        {"cost":null,"bound":null,"status":"infeasible","reason":"2 rows may only have 1 column: \
        rows 1 2, column 1","seconds":0.
        """))
    #expect(run.json.hasSuffix(#","seed":4,"threads":2}"#))
  }

  @Test(arguments: [false, true]) func solvesBothSenses(maximize: Bool) throws {
    let dense = try AssignmentInstance(reading: Array("2\n1 5\n4 9\n".utf8))
    let sparse = try AssignmentInstance(reading: Array("2\n1 1 1\n1 2 5\n2 1 4\n2 2 9\n".utf8))
    for instance in [dense, sparse] {
      let run = instance.solved(settings: SearchSettings(), maximize: maximize)
      #expect(run.status == .optimal)
      #expect(run.cost == (maximize ? 10 : 9) && run.bound == run.cost)
      #expect(run.solution == (maximize ? "0\n1\n" : "1\n0\n"))
    }
  }

  @Test(
    .enabled(if: PublishedInstance.areThere, "needs the published instances beside the project"),
    arguments: [
      ("assign100", 305), ("assign200", 475), ("assign300", 626), ("assign400", 804), ("assign500", 991),
      ("assign600", 1176), ("assign700", 1362), ("assign800", 1552), ("assignp800", 2239), ("assignp1500", 5839),
      ("assignp3000", 18696), ("assignp5000", 48533),
    ])
  func solvesThePublishedOnes(name: String, optimum: Int) throws {
    let instance = try AssignmentInstance(reading: PublishedInstance.bytes("assign/\(name).txt"))
    let run = instance.solved(settings: SearchSettings())
    #expect(run.status == .optimal && run.cost == optimum && run.bound == optimum)
    let columns = (run.solution ?? "").split(separator: "\n").compactMap { Int($0) }
    #expect(Set(columns).count == instance.size)
    #expect(instance.cost(of: columns) == optimum)
  }
}

extension AssignmentInstance {
  /// `nil` where a pair is forbidden.
  func cost(of columns: [Int]) -> Int? {
    switch costs {
    case .dense(let costs):
      columns.indices.reduce(0) { $0 + costs[$1 * size + columns[$1]] }
    case .sparse(let entries):
      columns.enumerated().reduce(0) { sum, pair in
        guard let sum else { return nil }
        return entries.first { $0.row == pair.offset && $0.column == pair.element }.map { sum + $0.cost }
      }
    }
  }
}
