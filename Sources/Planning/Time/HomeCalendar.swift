/// On which dates the district that leaders work in keeps them, wherever they would lead or coach.
///
/// Its calendar counts for them as for educators who attend: nobody is asked on holidays and on blackout days, and nobody
/// is released from class while tests are written. Days without instruction that are no holidays keep nobody: before
/// school begins, leaders may meet. Who works at no school of the region is kept on no date.
public struct HomeCalendar: Hashable, Sendable {
  /// The district; `nil` for none.
  let district: District.ID?
  /// Whether there is a class that a release period takes the leader from.
  let leavesAClass: Bool
  /// Whether holidays do not count.
  let worksOnHolidays: Bool
}

extension Scenario {
  /// What decides on which dates the own district keeps a leader: all who have the same are kept on the same dates.
  public func homeCalendar(of leader: Leader) -> HomeCalendar {
    HomeCalendar(
      district: district(of: leader), leavesAClass: leader.leavesAClass, worksOnHolidays: leader.worksOnHolidays)
  }

  /// Whether leaders are kept at home in a slot. O(1).
  public func keepsHome(_ home: HomeCalendar, in slot: Slot) -> Bool { hindrance(of: home, in: slot) != nil }

  /// Why a leader cannot be had in a slot, whatever is planned: an absence, or what the calendar of the own district
  /// calls the date; `nil` where nothing speaks against it. Whether the leader has joined is another question.
  public func reasonForAbsence(of leader: Leader, in slot: Slot) -> String? {
    if let absence = absence(of: leader.id, in: slot) { return absence.reason }
    let home = homeCalendar(of: leader)
    guard let hindrance = hindrance(of: home, in: slot), let id = home.district, let district = districts[id: id],
      let name = calendar(of: id).name(of: hindrance, on: slot.day)
    else { return nil }
    return "\(name) in \(district.name)"
  }

  private func hindrance(of home: HomeCalendar, in slot: Slot) -> DayStatus? {
    guard let district = home.district else { return nil }
    let calendar = calendar(of: district)
    return calendar.hindrance(
      on: slot.day, isReleased: home.leavesAClass && calendar.releases(periods[slot.period], on: slot.day),
      holidaysCount: !home.worksOnHolidays)
  }
}
