import Coding
import PlanAPI
import Testing

@Suite("No small count can be told from those that are shown")
struct SuppressionTests {
  @Test(
    "Random tables, attacked with every sum that can be made of them",
    arguments: 0..<120 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    let table = CountTable.random(&random)
    let answer = try Fixture(table.script).json(
      """
      { victimCounts(country: "XX", suppressBelow: 5, first: 1000) { nodes {
        sex exploitation citizenship period { text } value isSuppressed isExempt
        setBy { data } } } }
      """)
    #expect(answer["errors"] == nil, "\(answer)")
    let nodes = answer["data"]?["victimCounts"]?["nodes"]?.elements ?? []
    #expect(nodes.count == table.recorded.count)
    var hidden: Set<Box> = [], exempt: Set<Box> = []
    for node in nodes {
      let box = Box(node)
      let value = table.value(of: box)
      let isOfficial = table.official.contains(box)
      let isSmall = (1..<5).contains(value)
      #expect(node["isExempt"] == .bool(isSmall && isOfficial), "\(box)")
      if isOfficial { exempt.insert(box) }
      if node["isSuppressed"] == .bool(true) {
        hidden.insert(box)
        #expect(!isOfficial && node["value"] == .null)
        #expect(node["setBy"]?["data"]?["value"]?.string == "SUPPRESSED")
      } else {
        #expect(!isSmall || isOfficial, "\(box) is small and shown")
        #expect(node["value"]?.integer == Int64(value))
      }
    }
    if !table.recorded.contains(where: { (1..<5).contains(table.value(of: $0)) }) {
      #expect(hidden.isEmpty)
    }
    // What official figures alone give away is told already.
    let attack = Attack(table)
    let told = attack.told(knowing: exempt)
    let found = attack.told(knowing: Set(table.recorded).subtracting(hidden))
    for box in hidden where (1..<5).contains(table.value(of: box)) && !told.contains(box) {
      #expect(!found.contains(box), "\(box), which is \(table.value(of: box)), is told")
    }
  }

  @Test("The attack finds what hiding small cells alone, or with their totals, gives away")
  func attackWorks() {
    // Margins of one table: 3 women, 58 men; 50 for labour, 11 for sexual exploitation; 61 in all.
    let women = Box(sex: "FEMALE"), men = Box(sex: "MALE"), all = Box()
    let labour = Box(exploitation: "LABOUR"), sexual = Box(exploitation: "SEXUAL")
    let table = CountTable(
      people: [
        Box(sex: "FEMALE", exploitation: "LABOUR", citizenship: "LV", period: "2021"): 2,
        Box(sex: "FEMALE", exploitation: "SEXUAL", citizenship: "LV", period: "2021"): 1,
        Box(sex: "MALE", exploitation: "LABOUR", citizenship: "LV", period: "2021"): 48,
        Box(sex: "MALE", exploitation: "SEXUAL", citizenship: "LV", period: "2021"): 10,
      ], recorded: [women, men, all, labour, sexual], official: [])
    let attack = Attack(table)
    #expect(attack.told(knowing: [men, all]).contains(women))
    #expect(attack.told(knowing: [men, labour, sexual]).contains(women))
    #expect(attack.told(knowing: [all, labour, sexual]) == [all, labour, sexual])
  }
}

/// Some of the persons counted: each dimension a value, or all.
struct Box: Hashable, CustomStringConvertible {
  var sex: String?
  var exploitation: String?
  var citizenship: String?
  /// 2021, 2022, or both.
  var period: String?

  static let sexes = ["FEMALE", "MALE"]
  static let exploitations = ["LABOUR", "SEXUAL"]
  static let citizenships = ["LV", "NON_EU"]
  static let periods = ["2021", "2022"]

  init(
    sex: String? = nil, exploitation: String? = nil, citizenship: String? = nil,
    period: String? = nil
  ) {
    self.sex = sex
    self.exploitation = exploitation
    self.citizenship = citizenship
    self.period = period
  }

  init(_ node: JSON) {
    func value(_ name: String) -> String? {
      node[name]?.string.flatMap { $0 == "ALL" ? nil : $0 }
    }
    let text = node["period"]?["text"]?.string ?? ""
    self.init(
      sex: value("sex"), exploitation: value("exploitation"), citizenship: value("citizenship"),
      period: ["2021", "2021/2021"].contains(text)
        ? "2021" : ["2022", "2022/2022"].contains(text) ? "2022" : nil)
  }

  var description: String {
    [sex, exploitation, citizenship, period].map { $0 ?? "ALL" }.joined(separator: " ")
  }

  /// Whether all persons of the other box are in this one.
  func contains(_ other: Box) -> Bool {
    (sex == nil || sex == other.sex)
      && (exploitation == nil || exploitation == other.exploitation)
      && (citizenship == nil || citizenship == other.citizenship)
      && (period == nil || period == other.period)
  }

  /// The boxes that it falls into along each dimension that it leaves open.
  var splits: [[Box]] {
    var splits: [[Box]] = []
    func split(_ path: WritableKeyPath<Box, String?>, _ values: [String]) {
      guard self[keyPath: path] == nil else { return }
      splits.append(
        values.map { value in
          var part = self
          part[keyPath: path] = value
          return part
        })
    }
    split(\.sex, Box.sexes)
    split(\.exploitation, Box.exploitations)
    split(\.citizenship, Box.citizenships)
    split(\.period, Box.periods)
    return splits
  }

  /// Every box that there is.
  static let all: [Box] = {
    var boxes: [Box] = []
    for sex in [nil] + sexes {
      for exploitation in [nil] + exploitations {
        for citizenship in [nil] + citizenships {
          for period in [nil] + periods {
            boxes.append(
              Box(
                sex: sex, exploitation: exploitation, citizenship: citizenship, period: period))
          }
        }
      }
    }
    return boxes
  }()
}

/// People, and which sums of them are recorded.
struct CountTable {
  let people: [Box: Int]
  let recorded: [Box]
  let official: Set<Box>

  init(people: [Box: Int], recorded: [Box], official: Set<Box>) {
    self.people = people
    self.recorded = recorded
    self.official = official
  }

  static func random(_ random: inout some RandomNumberGenerator) -> CountTable {
    var people: [Box: Int] = [:]
    let most = [2, 4, 15].randomElement(using: &random) ?? 4
    for box in Box.all where box.splits.isEmpty {
      let isNone = Int.random(in: 0..<3, using: &random) == 0
      people[box] = isNone ? 0 : Int.random(in: 0...most, using: &random)
    }
    // Tables of few dimensions and of many, with much of them recorded or little.
    let open = Set((0..<4).filter { _ in Bool.random(using: &random) })
    let share = Int.random(in: 3...10, using: &random)
    let recorded = Box.all.filter { box in
      let fixed = [box.sex, box.exploitation, box.citizenship, box.period].enumerated()
      return fixed.allSatisfy { $0.element == nil || !open.contains($0.offset) }
        && Int.random(in: 0..<10, using: &random) < share
    }
    let hasOfficial = Int.random(in: 0..<3, using: &random) == 0
    let official = recorded.filter { _ in
      hasOfficial && Int.random(in: 0..<6, using: &random) == 0
    }
    return CountTable(people: people, recorded: recorded, official: Set(official))
  }

  func value(of box: Box) -> Int {
    people.reduce(0) { $0 + (box.contains($1.key) ? $1.value : 0) }
  }

  var script: Script {
    var script = Script()
    for box in recorded {
      var cell = #""basis":"IDENTIFIED","period":"\#(box.period ?? "2021/2022")""#
      if let sex = box.sex { cell += #","sex":"\#(sex)""# }
      if let exploitation = box.exploitation { cell += #","exploitation":"\#(exploitation)""# }
      if let citizenship = box.citizenship { cell += #","citizenship":"\#(citizenship)""# }
      script.add(
        "VictimCountRecorded", "victims/XX", "2022-12-31",
        #"{"cell":{\#(cell)},"value":\#(value(of: box))}"#,
        official.contains(box) ? #""published":"2023","sources":"https://example.org/r""# : "",
        provenance: official.contains(box) ? "OFFICIAL" : "REPORTED")
    }
    return script
  }
}

/// What can be told by someone who adds and subtracts whatever is shown.
///
/// Each way to cut a box into recorded boxes, be the box itself recorded or not, is a sum that has to
/// come out the same; what has no recorded part is taken for nothing, as a reader would. Only sums that
/// are true are counted: from the others nobody tells anything.
struct Attack {
  private let table: CountTable
  /// Sums of recorded boxes that are zero, as coefficients by the box's place.
  private var equations: [[Int: Int]] = []

  init(_ table: CountTable) {
    self.table = table
    let places = Dictionary(uniqueKeysWithValues: table.recorded.enumerated().map { ($1, $0) })
    var known: [Box: [[Box]]] = [:]
    for box in Box.all {
      let total = table.value(of: box)
      let ways = Attack.ways(to: box, table, &known).filter { way in
        way.reduce(0) { $0 + table.value(of: $1) } == total
      }
      guard let first = ways.first else { continue }
      for way in ways.dropFirst() {
        var equation: [Int: Int] = [:]
        for part in first { equation[places[part] ?? 0, default: 0] += 1 }
        for part in way { equation[places[part] ?? 0, default: 0] -= 1 }
        equations.append(equation.filter { $0.value != 0 })
      }
    }
  }

  /// The ways to cut a box into recorded ones; at most so many, the coarsest first.
  private static func ways(
    to box: Box, _ table: CountTable, _ known: inout [Box: [[Box]]]
  ) -> [[Box]] {
    if let ways = known[box] { return ways }
    var ways: [[Box]] = table.recorded.contains(box) ? [[box]] : []
    for parts in box.splits {
      var combined: [[Box]] = [[]]
      for part in parts {
        let isCounted = table.recorded.contains { part.contains($0) }
        let own = isCounted ? Self.ways(to: part, table, &known) : [[]]
        combined = combined.flatMap { left in own.map { left + $0 } }
        combined = Array(combined.prefix(60))
      }
      ways += combined.filter { !$0.isEmpty }
    }
    ways = Array(ways.prefix(60))
    known[box] = ways
    return ways
  }

  /// The boxes whose values follow from those known, by elimination modulo a prime.
  func told(knowing shown: Set<Box>) -> Set<Box> {
    let prime = 2_147_483_647
    let unknown = table.recorded.indices.filter { !shown.contains(table.recorded[$0]) }
    let columns = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
    var rows: [Int: [Int]] = [:]
    func inverse(_ value: Int) -> Int {
      var (result, base, power) = (1, value, prime - 2)
      while power > 0 {
        if power & 1 == 1 { result = result * base % prime }
        base = base * base % prime
        power >>= 1
      }
      return result
    }
    for equation in equations {
      var row = [Int](repeating: 0, count: unknown.count)
      for (place, factor) in equation {
        if let column = columns[place] { row[column] = (factor + prime) % prime }
      }
      func subtract(_ pivot: [Int], times factor: Int, from row: [Int]) -> [Int] {
        zip(row, pivot).map { (($0 - factor * $1) % prime + prime) % prime }
      }
      for (column, pivot) in rows { row = subtract(pivot, times: row[column], from: row) }
      guard let column = row.firstIndex(where: { $0 != 0 }) else { continue }
      let scale = inverse(row[column])
      row = row.map { $0 * scale % prime }
      rows = rows.mapValues { subtract(row, times: $0[column], from: $0) }
      rows[column] = row
    }
    // A row of a single unknown gives its value.
    let single = rows.filter { row in row.value.count { $0 != 0 } == 1 }.map(\.key)
    return shown.union(single.map { table.recorded[unknown[$0]] })
  }
}
