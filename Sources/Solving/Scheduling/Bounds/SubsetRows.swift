/// Inequalities of ``SubsetRowCut`` in an order, and what columns weigh in them.
struct SubsetRows: Sendable, Equatable {
  /// What a half day adds to the sum of an inequality.
  struct Entry: Sendable, Equatable {
    let cut: Int
    let weight: Int
  }

  private(set) var cuts: [SubsetRowCut] = []
  /// By leader option.
  private var entries: [[Entry]]
  /// By series: what serving it adds to sums.
  private var services: [Int: [Entry]] = [:]

  /// None.
  ///
  /// - Parameter options: How many leader options the problem has.
  init(options: Int) { entries = Array(repeating: [], count: options) }

  /// Adds one.
  ///
  /// - Complexity: O(weights of its rows).
  mutating func append(_ cut: SubsetRowCut) {
    for row in cut.rows {
      for weight in row.packing.weights {
        let added = row.multiplier * weight.weight
        if let last = entries[weight.option].last, last.cut == cuts.count {
          entries[weight.option].removeLast()
          entries[weight.option].append(Entry(cut: cuts.count, weight: last.weight + added))
        } else {
          entries[weight.option].append(Entry(cut: cuts.count, weight: added))
        }
      }
    }
    for service in cut.services {
      services[service.series, default: []].append(Entry(cut: cuts.count, weight: service.multiplier))
    }
    cuts.append(cut)
  }

  /// What a half day of a leader option adds to sums.
  func entries(of option: Int) -> [Entry] { entries[option] }

  /// What serving a series adds to sums.
  func entries(ofService series: Int) -> [Entry] { services[series] ?? [] }

  /// What a column weighs, zeros left out, in the order of the cuts.
  func weights(
    of release: [(option: Int32, halfDays: Int)], series: Int
  ) -> [(cut: Int, weight: Int)] {
    if cuts.isEmpty { return [] }
    var added: [(cut: Int, weight: Int)] = []
    for taken in release {
      for entry in entries[Int(taken.option)] { added.append((entry.cut, entry.weight * taken.halfDays)) }
    }
    for entry in entries(ofService: series) { added.append((entry.cut, entry.weight)) }
    added.sort { $0.cut < $1.cut }
    var weights: [(cut: Int, weight: Int)] = []
    var next = 0
    while next < added.count {
      var sum = (cut: added[next].cut, weight: 0)
      while next < added.count, added[next].cut == sum.cut {
        sum.weight += added[next].weight
        next += 1
      }
      sum.weight /= cuts[sum.cut].divisor
      if sum.weight > 0 { weights.append(sum) }
    }
    return weights
  }
}
