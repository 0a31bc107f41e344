import MIP
import TestSupport

/// A program over few integer points, that can be solved by looking at all of them.
struct TinyProgram {
  let program: Program
  private let ranges: [ClosedRange<Int>]

  /// Integer variables in small boxes, small integer coefficients, constraints of all kinds: about half are
  /// feasible.
  static func random(seed: UInt64, variables: Int = 4, constraints: Int = 4) -> TinyProgram {
    var random = SplitMix(seed: seed)
    var program = Program(random.bool() ? .minimize : .maximize)
    program.objectiveConstant = Double(random.int(-3...3))
    var ranges: [ClosedRange<Int>] = []
    for _ in 0..<variables {
      let lower = random.int(-2...1)
      let range = lower...(lower + random.int(1...2))
      ranges.append(range)
      _ = program.add(
        .integer, in: .between(Double(range.lowerBound), Double(range.upperBound)),
        objective: Double(random.int(-5...5)))
    }
    for _ in 0..<constraints {
      let left = program.variables.sum { random.int(-3...3) * $0 }
      let right = random.int(-3...3)
      switch random.int(0...3) {
      case 0: program.require(left <= right)
      case 1: program.require(left >= right)
      case 2: program.require(left == right)
      default: program.require(Constraint(left, in: .between(Double(right), Double(right + 2))))
      }
    }
    return TinyProgram(program: program, ranges: ranges)
  }

  /// All points inside the bounds of the variables.
  var points: [[Double]] {
    ranges.reduce([[]]) { points, range in
      points.flatMap { point in range.map { point + [Double($0)] } }
    }
  }

  /// The best objective of a point that keeps `constraints`, or `nil` where none does.
  func bruteForce(keeping constraints: [Constraint.Index]? = nil) -> Double? {
    let kept = (constraints ?? program.constraints).map { program[$0] }
    let objectives = points.filter { point in kept.allSatisfy { $0.violation(at: point) == 0 } }
      .map(objective(at:))
    return program.sense == .minimize ? objectives.min() : objectives.max()
  }

  func objective(at point: [Double]) -> Double {
    program.variables.reduce(program.objectiveConstant) { $0 + program[objectiveOf: $1] * point[$1.index] }
  }
}

extension Constraint {
  /// How far the left-hand side is from the bounds.
  func violation(at point: [Double]) -> Double {
    let value = Solution(values: point, objective: 0).value(of: expression)
    return max(0, (bounds.lower ?? -.infinity) - value, value - (bounds.upper ?? .infinity))
  }
}

extension Program {
  /// Is a solution inside all bounds and whole where it has to be?
  func isFeasible(_ solution: Solution, tolerance: Double = 1e-6) -> Bool {
    constraints.allSatisfy { self[$0].violation(at: solution.values) <= tolerance }
      && variables.allSatisfy {
        Constraint($0, in: self[boundsOf: $0]).violation(at: solution.values) <= tolerance
      }
  }
}

/// Equal to the solver's tolerance.
func isClose(_ left: Double?, _ right: Double?, tolerance: Double = 1e-6) -> Bool {
  switch (left, right) {
  case (nil, nil): true
  case (let left?, let right?): abs(left - right) <= tolerance * max(1, abs(left), abs(right))
  default: false
  }
}
