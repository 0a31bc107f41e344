import MIP
import Testing

@Suite struct ExpressionTests {
  let x = Variable(index: 0)
  let y = Variable(index: 1)

  @Test func duplicatesMergeInTheOrderOfVariables() {
    let merged = (y + 2 * x + 3.5 * y - x + 4).merged()
    #expect(merged.terms == [Term(1, x), Term(4.5, y)])
    #expect(merged.constant == 4)
  }

  @Test func cancelledTermsGo() {
    #expect((x - x + y).merged().terms == [Term(1, y)])
  }

  @Test func notANumberStays() {
    #expect((Double.nan * x).merged().terms.count == 1)
  }

  @Test func sumOfNothingIsZero() {
    #expect([Variable]().sum().terms.isEmpty)
  }

  @Test func sumsReadLikeTheRules() {
    let serving = [x, y]
    let unserved = Variable(index: 2)
    var program = Program()
    for _ in 0..<3 { _ = program.add(.binary) }
    let index = program.require(serving.sum() + unserved == 3, named: "served or priced")
    #expect(program[index].expression.terms == [Term(1, x), Term(1, y), Term(1, unserved)])
    #expect(program[index].bounds == .fixed(3))
    #expect(program.name(of: index) == "served or priced")
  }

  @Test func constantsGoToTheRight() {
    var program = Program()
    _ = program.add(.continuous)
    _ = program.add(.continuous)
    let index = program.require(2 * x + 1 <= y - 3)
    #expect(program[index].expression.terms == [Term(2, x), Term(-1, y)])
    #expect(program[index].bounds == .atMost(-4))
  }

  @Test func allOperatorsAgree() {
    let solution = Solution(values: [3, 5], objective: 0)
    #expect(solution.value(of: 1 - x) == -2)
    #expect(solution.value(of: x - 1) == 2)
    #expect(solution.value(of: 1.5 + x * 2) == 7.5)
    #expect(solution.value(of: -(x + y)) == -8)
    var sum = x + y
    sum += 2 * y
    sum -= x
    #expect(solution.value(of: sum) == 15)
  }
}
