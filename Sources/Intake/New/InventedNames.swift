/// Invented people, each name once.
struct InventedNames {
  private var taken: Set<String> = []
  private var draws: Draws

  init(seed: UInt64, topic: String) { draws = Draws(seed: seed, topic: topic) }

  /// A name that was not given before; a middle initial, then a number, tells apart those that would be.
  mutating func next() -> String {
    for _ in 0..<4 {
      let first = draws.pick(Self.first)
      let last = draws.pick(Self.last)
      if taken.insert("\(first) \(last)").inserted { return "\(first) \(last)" }
      let initial = draws.pick(Self.initials)
      if taken.insert("\(first) \(initial). \(last)").inserted { return "\(first) \(initial). \(last)" }
    }
    let name = "\(draws.pick(Self.first)) \(draws.pick(Self.last)) \(taken.count)"
    taken.insert(name)
    return name
  }

  private static let initials = "ABCDEFGHJKLMNPRSTVW".map(String.init)

  private static let first = words(
    """
    Adriana Aisha Alejandro Alicia Amara Amir Ana Andre Angela Anh Anita Antonio Arjun Beatriz Ben Bianca \
    Camila Carla Carlos Carmen Cecilia Charles Christine Claudia Daniel Darnell David Deborah Denise Devon \
    Diana Diego Dolores Eduardo Elena Eli Elise Emeka Emily Enrique Erin Esperanza Esther Fatima Felicia \
    Fernando Frances Gabriel Gloria Grace Guadalupe Hannah Harold Hector Helen Ines Irene Isaac \
    Ivan Jamal James Janet Javier Jennifer Jesse Joanna Jorge Josefina Joy Juan Julia Karen Karim Kayla Kenji \
    Keisha Kevin Laila Laura Leon Leticia Lien Linda Lorena Lucia Luis Lupe Malik Marcus Maria Mariana Marisol \
    Martha Mei Michael Miguel Mina Monica Nadia Naomi Natalia Nia Noah Nora Olivia Omar Oscar Patricia Paul \
    Pedro Priya Quentin Rachel Rafael Raj Ramona Raul Rebecca Renee Ricardo Robert Rosa Ruben Ruth Samuel Sandra \
    Sara Sergio Shanice Silvia Simone Sofia Soua Stephen Suresh Susana Tamara Teresa Thao Theo Tomas Tuan \
    Valeria Vanessa Veronica Victor Vivian Wanda Wei William Xiomara Yesenia Yolanda Yusuf Zara
    """)

  private static let last = words(
    """
    Abara Acosta Aguilar Alvarado Andersen Aquino Arroyo Avila Bailey Barajas Baptiste Becerra Bell Bhatt \
    Blackwood Bravo Brooks Bui Cabrera Calderon Campos Cardenas Carter Castillo Cervantes Chan Chavez Chen \
    Coleman Contreras Cortez Cruz Dang Davila Delgado Diaz Dominguez Dorsey Duarte Edwards Escobar Espinoza \
    Estrada Farah Figueroa Fletcher Flores Fontaine Foster Franco Fujimoto Galindo Gallegos Garza Gill Goldberg \
    Gomez Grant Guerrero Gupta Guzman Haddad Hansen Hayes Her Herrera Hidalgo Holloway Huang Huerta Ibarra \
    Ishikawa Jackson Jimenez Johansson Juarez Kang Kaur Keller Khan Kim Kowalski Lara Le Lee Leyva Liang Lim \
    Lor Lozano Luna Macias Mahmoud Maldonado Marquez Mata McBride Medina Mehta Mendoza Mercado Meza Miranda \
    Molina Montoya Morales Moua Murillo Nakamura Navarro Nelson Nguyen Nunez Obi Ochoa Okafor Olsen Ortega \
    Osorio Owens Pacheco Padilla Parikh Park Patel Perez Pham Pineda Ponce Powell Quintero Ramos Rangel Reyes \
    Rios Rivera Robles Rojas Romero Rosales Ruiz Salazar Saldana Sandoval Santiago Sato Saetern Serrano Sharma \
    Shaw Silva Singh Solis Sosa Soto Suarez Takahashi Tapia Thao Torres Tran Trevino Trujillo Valdez Valencia \
    Vang Vargas Vasquez Vega Velasco Villa Vo Walker Wallace Washington Webb Whitfield Wong Xiong Yamada Yang \
    Young Zamora Zavala Zepeda Zhang
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Invented places, each name once.
struct PlaceNames {
  private var towns: [String]
  private var schools: [String]

  init(seed: UInt64) {
    var draws = Draws(seed: seed, topic: "places")
    towns = draws.shuffled(Self.pairs(Self.townFirst, Self.townLast))
    schools = draws.shuffled(Self.pairs(Self.schoolFirst, Self.schoolLast))
  }

  /// A town that was not named before: at most 300.
  mutating func town() -> String { towns.removeLast() }

  /// What a school is called before its kind: at most 480.
  mutating func school() -> String { schools.removeLast() }

  /// A key made of a name: `alder-valley-unified`.
  static func key(of name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  private static func pairs(_ first: [String], _ last: [String]) -> [String] {
    first.flatMap { one in last.map { "\(one) \($0)" } }
  }

  private static let townFirst = [
    "Alder", "Almond", "Amber", "Briar", "Cinder", "Copper", "Dove", "Ember", "Fallow", "Granite", "Harrow",
    "Juniper",
    "Larkspur", "Mallow", "Ochre", "Quarry", "Russet", "Saffron", "Thistle", "Yarrow",
  ]
  private static let townLast = [
    "Valley", "Flats", "Mesa", "Bend", "Crossing", "Springs", "Ridge", "Landing", "Hollow", "Plains", "Gate",
    "Reach",
    "Basin", "Bluffs", "Point",
  ]
  private static let schoolFirst = [
    "Acorn", "Blue", "Bright", "Cedar", "Clear", "Elder", "Fern", "Golden", "Heron", "Ivy", "Kestrel", "Lantern",
    "Manzanita",
    "Morning", "North", "Oak", "Orchard", "Poppy", "Quail", "Redbud", "Silver", "Sycamore", "Wild", "Willow",
  ]
  private static let schoolLast = [
    "Bridge", "Brook", "Canyon", "Creek", "Dell", "Field", "Glen", "Grove", "Heights", "Hill", "Lake", "Lane",
    "Meadow",
    "Mill", "Oaks", "Park", "Rock", "Run", "View", "Vista",
  ]
}
