/// An instance of every kind of line, small enough to judge by hand.
enum Small {
  static let text = """
    Name: Small
    Courses: 3
    Rooms: 2
    Days: 2
    Periods_per_day: 2
    Curricula: 1
    Constraints: 1
    COURSES:
    algebra anna 2 2 30
    botany ben 1 1 20
    civics anna 1 1 40

    ROOMS:
    R1 30
    R2 25
    CURRICULA:
    first 2 algebra botany
    UNAVAILABILITY_CONSTRAINTS:
    algebra 1 1
    END.
    """
}
