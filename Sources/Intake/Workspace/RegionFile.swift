internal import Planning
internal import Yams

/// region.yaml: what holds for the whole region.
enum RegionFile {
  static let name = "region.yaml"
  /// More than any region needs to say.
  static let largest = 1 << 18

  static let format = FileFormat(
    name: name, about: "What holds for the whole region, as YAML: a key and its value on each line.",
    isRequired: true,
    columns: [
      .required("title", "what the region is called"),
      .optional("time_zone", "the IANA name of its time zone", whenEmpty: "America/Los_Angeles"),
      .required("school_year.from", "the first date that can be planned"),
      .required("school_year.to", "the last date that can be planned, at most 730 days later"),
      .optional("seed", "the seed of random choices where the command gives none", whenEmpty: "1"),
      .optional("illustrative", "true where people or schools are invented; reports say so", whenEmpty: "false"),
    ]
      + Term.allCases.map {
        .optional(
          "weights.\($0.rawValue)", "\($0.text). The price of one; counted in \($0.unit). 0 to 1,000,000",
          whenEmpty: "\($0.defaultWeight)")
      } + [
        .optional(
          "limits.contact_hours", "contact hours under which professional learning has shown no effect",
          whenEmpty: "14"),
        .optional(
          "limits.leader_miles", "how far a leader travels one way where leaders.csv does not say", whenEmpty: "60"),
        .optional("limits.venue_miles", "how far from its host a series may meet", whenEmpty: "20"),
        .optional(
          "limits.road_factor_percent", "road distance as a percentage of the distance over the ground",
          whenEmpty: "130"),
        .optional("limits.miles_per_hour", "average driving speed", whenEmpty: "35"),
        .optional("limits.overflow", "true where a venue may be too small, at a price", whenEmpty: "false"),
        .optional(
          "limits.first_visit_days",
          "a mentor first visits a new teacher within so many days from the first date of the request",
          whenEmpty: "30"),
        .optional(
          "limits.mentoring_minutes",
          "minutes a week under which a new teacher's request is reported as too little; 0 for never",
          whenEmpty: "60"),
        .optional(
          "limits.max_mentees", "the most mentees of a mentor where leaders.csv does not say", whenEmpty: "3"),
        .optional(
          "limits.min_schools",
          "a coach with fewer schools, and one or more, is reported; leaders.csv can demand it",
          whenEmpty: "2, or `max_schools` where that is less"),
        .optional(
          "limits.max_schools", "the most schools of a coach where leaders.csv does not say", whenEmpty: "3"),
        .optional(
          "limits.shadowed_visits",
          "how many visits of an experienced coach somebody goes along on who joined in the school year and coaches",
          whenEmpty: "3; 0 for none"),
        .optional("money.substitute_half_day", "dollars for a substitute for half a day", whenEmpty: "90"),
        .optional("money.mileage", "dollars a mile, at most three decimals", whenEmpty: "0.725"),
        .optional(
          "last_year", "the path of last year's plan, seen from the workspace; its coaches are kept where possible",
          whenEmpty: "none"),
        .optional(
          "published", "the path of the plan that was handed out; changes against it are counted", whenEmpty: "none"
        ),
      ])

  /// The keys that stand directly in the file, or under one of them.
  static func keys(under section: String? = nil) -> [String] {
    var keys: [String] = []
    for column in format.columns {
      let parts = column.name.split(separator: ".", maxSplits: 1).map(String.init)
      let key = section == nil ? parts[0] : parts.count == 2 && parts[0] == section ? parts[1] : nil
      if let key, !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}

extension WorkspaceReader {
  mutating func readRegion() {
    guard let bytes = bytes(of: RegionFile.name, isRequired: true, limit: RegionFile.largest) else { return }
    if let fault = UTF8Bytes.diagnostic(of: bytes, file: RegionFile.name) {
      log.add(fault)
      return
    }
    if let alias = YAMLAliases.first(in: bytes) {
      let place = UTF8Bytes.place(of: alias, in: bytes)
      log.add(
        Diagnostic(
          file: RegionFile.name, line: place.line, column: place.column,
          message: "anchors and aliases (`&name`, `*name`) are not read; write each value where it is needed"))
      return
    }
    guard let node = node(of: bytes),
      let file = YAMLMapping(node, keys: RegionFile.keys(), prefix: "", file: RegionFile.name, log: log)
    else { return }
    let title = file.required("title", "what the region is called")
    let zone = timeZone(of: file)
    let seed = seed(of: file)
    let isIllustrative = file.boolean("illustrative", default: false)
    let limits = limits(of: file)
    let money = money(of: file)
    let weights = weights(of: file)
    readPlans(file)
    guard let year = schoolYear(of: file), let title else { return }
    region = Region(
      title: title.text, timeZone: zone, year: year, seed: seed, weights: weights, limits: limits, money: money,
      isIllustrative: isIllustrative)
  }

  /// The file as YAML; what is wrong with its syntax is said.
  private func node(of bytes: [UInt8]) -> Node? {
    let content = bytes.starts(with: UTF8Bytes.mark) ? bytes.dropFirst(UTF8Bytes.mark.count) : bytes[...]
    func fail(_ mark: Mark?, _ message: String) -> Node? {
      log.add(Diagnostic(file: RegionFile.name, line: mark?.line, column: mark?.column, message: message))
      return nil
    }
    do {
      let text = String(decoding: content, as: UTF8.self)
      if let node = try Parser(yaml: text, encoding: .utf8).singleRoot() { return node }
      return fail(nil, "the file is empty; it has keys with values, like `title: North County`")
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return fail(mark, "this is no YAML: \(problem)")
      case .duplicatedKeysInMapping(let duplicates, let context):
        return fail(context.mark, "the key `\(duplicates.joined(separator: "`, `"))` stands here twice")
      case .reader(let problem, _, _, _): return fail(nil, "this is no YAML: \(problem)")
      default: return fail(nil, "this is no YAML: \(error)")
      }
    } catch {
      return fail(nil, "this is no YAML: \(error)")
    }
  }

  private func schoolYear(of file: YAMLMapping) -> ClosedRange<Day>? {
    guard let section = file.mapping("school_year", keys: RegionFile.keys(under: "school_year")) else {
      if !file.has("school_year") {
        file.complain((nil, nil), "the key `school_year` is missing (the first and last date: from and to)")
      }
      return nil
    }
    let from = day("from", "the first date that can be planned", of: section)
    let to = day("to", "the last date that can be planned", of: section)
    guard let from, let to else { return nil }
    guard from.day <= to.day else {
      section.complain(to.value.place, "`school_year.to` \(to.day) is before `school_year.from` \(from.day)")
      return nil
    }
    guard from.day.distance(to: to.day) <= 730 else {
      section.complain(
        to.value.place, "the school year has \(from.day.distance(to: to.day) + 1) days; it has at most 731")
      return nil
    }
    return from.day...to.day
  }

  private func day(
    _ key: String, _ about: String, of section: YAMLMapping
  ) -> (day: Day, value: YAMLMapping.Value)? {
    guard let value = section.required(key, about) else { return nil }
    do throws(DateText.Fault) {
      return (try DateText.read(value.text), value)
    } catch {
      section.complain(value.place, error.message)
      return nil
    }
  }

  private func timeZone(of file: YAMLMapping) -> String {
    let standard = "America/Los_Angeles"
    guard let value = file.value("time_zone") else { return standard }
    if TimeZoneName.isKnown(value.text) { return value.text }
    let advice = log.suggestion(for: value.text, among: TimeZoneName.unitedStates)
    file.complain(
      value.place,
      "unknown time zone `\(value.text)`\(advice.isEmpty ? "; write an IANA name like \(standard)" : advice)")
    return standard
  }

  private func seed(of file: YAMLMapping) -> UInt64 {
    guard let value = file.value("seed") else { return 1 }
    if value.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seed = UInt64(value.text) { return seed }
    file.complain(value.place, "`seed` is a whole number from 0 to \(UInt64.max), not `\(value.text)`")
    return 1
  }

  private func limits(of file: YAMLMapping) -> Region.Limits {
    var limits = Region.Limits()
    guard let section = file.mapping("limits", keys: RegionFile.keys(under: "limits")) else { return limits }
    if let hundredths = section.decimal("contact_hours", places: 2, in: 0...1000) {
      limits.contact = Minutes((hundredths * 60 + 50) / 100)
    }
    // 1609.344 m to the mile, from thousandths of a mile to the nearest metre.
    func miles(_ key: String) -> Metres? {
      section.decimal(key, places: 3, in: 0...10_000).map { Metres(($0 * 1_609_344 + 500_000) / 1_000_000) }
    }
    limits.leaderReach = miles("leader_miles") ?? limits.leaderReach
    limits.venueReach = miles("venue_miles") ?? limits.venueReach
    limits.roadFactorPercent = section.integer(
      "road_factor_percent", in: 100...1000, default: limits.roadFactorPercent)
    limits.milesPerHour = section.integer("miles_per_hour", in: 1...200, default: limits.milesPerHour)
    limits.overflowIsAllowed = section.boolean("overflow", default: limits.overflowIsAllowed)
    limits.firstVisitDays = section.integer("first_visit_days", in: 0...366, default: limits.firstVisitDays)
    limits.mentoring = Minutes(section.integer("mentoring_minutes", in: 0...2400, default: limits.mentoring.value))
    limits.mentees = section.integer("max_mentees", in: 0...10_000, default: limits.mentees)
    let most = section.integer("max_schools", in: 0...10_000, default: limits.coachSchools.upperBound)
    let least = section.integer("min_schools", in: 0...10_000, default: min(most, limits.coachSchools.lowerBound))
    if least > most, let value = section.value("min_schools") {
      section.complain(value.place, "`limits.min_schools` \(least) is more than `limits.max_schools` \(most)")
    }
    limits.shadowedVisits = section.integer("shadowed_visits", in: 0...100, default: limits.shadowedVisits)
    limits.coachSchools = min(least, most)...most
    return limits
  }

  private func money(of file: YAMLMapping) -> Region.Money {
    var money = Region.Money()
    guard let section = file.mapping("money", keys: RegionFile.keys(under: "money")) else { return money }
    money.substituteHalfDay =
      section.decimal("substitute_half_day", places: 2, in: 0...10_000).map { Cents($0) } ?? money.substituteHalfDay
    money.millsPerMile = section.decimal("mileage", places: 3, in: 0...1000) ?? money.millsPerMile
    return money
  }

  private mutating func weights(of file: YAMLMapping) -> [Term: Int] {
    guard let section = file.mapping("weights", keys: RegionFile.keys(under: "weights")) else { return [:] }
    weightsPlace = section.place
    var weights: [Term: Int] = [:]
    for term in Term.allCases where section.value(term.rawValue) != nil {
      weights[term] = section.integer(term.rawValue, in: 0...1_000_000, default: term.defaultWeight)
    }
    return weights
  }
}
