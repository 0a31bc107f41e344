/// What a plan can be printed as.
public enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case html
  case ics
  case csv
  case svg
  case json
}
