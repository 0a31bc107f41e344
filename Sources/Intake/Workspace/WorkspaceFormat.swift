/// The files of a workspace, as planners are told of them and as they are read.
package enum WorkspaceFormat {
  /// Every file, in the order in which it is read.
  package static let files: [FileFormat] = [
    RegionFile.format, PeriodColumn.format, DistrictColumn.format, SchoolColumn.format, CalendarColumn.format,
    VenueColumn.format, LeaderColumn.format, UnavailableColumn.format, CoachingColumn.format, SeriesColumn.format,
    PreferenceColumn.format, TravelColumn.format, PinColumn.format,
  ]
}
