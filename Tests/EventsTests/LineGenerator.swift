import Coding
import Events

/// Makes lines of events of any type from the descriptions of their fields: every field where
/// `isFull`, else some; every value one that the reader must take.
struct LineGenerator {
  private var random: SeededGenerator
  private let isFull: Bool
  /// The types of the events that the corrections made so far name.
  private(set) var targets: [EventID: EventType] = [:]

  init(seed: UInt64, isFull: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.isFull = isFull
  }

  /// What reading the lines needs to know.
  var reading: JSONReading {
    let targets = targets
    return JSONReading(typeOfEvent: { targets[$0] })
  }

  private mutating func number(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  private mutating func flip() -> Bool { isFull || random.next() % 2 == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  /// A line of that type.
  ///
  /// - Parameter nesting: the most corrections that may stand within this one.
  mutating func line(of type: EventType, nesting: Int = 3) -> JSON {
    var members: [JSON.Member] = [
      .init("id", .string(uuid())), .init("type", .string("planledger.\(type.name)")),
      .init("subject", .string(subject(of: type.streamKind ?? pick(StreamKind.allCases)))),
    ]
    if !type.isAboutEvents {
      members.append(.init("effective", .string(date())))
      if flip() { members.append(.init("published", .string(date()))) }
    }
    let provenance = pick(Provenance.words)
    members.append(.init("provenance", .string(provenance)))
    if flip() { members.append(.init("actor", .string(code()))) }
    if flip() { members.append(.init("institution", .string(code()))) }
    members.append(.init("reason", .string(text())))
    if flip() || provenance == "OFFICIAL" {
      let sources = (0...number(3)).map { _ in source() }
      members.append(.init("sources", .string(sources.joined(separator: " "))))
    }
    if flip() { members.append(.init("causation", .string(uuid()))) }
    if flip() { members.append(.init("correlation", .string(uuid()))) }
    members.append(.init("data", data(of: type, nesting: nesting)))
    return .object(members)
  }

  private mutating func data(of type: EventType, nesting: Int) -> JSON {
    switch type {
    case .actionCarriedOver: return carriedOver()
    case .eventCorrected: return correction(nesting: nesting)
    default: return object(FieldDescription.fields(of: type))
    }
  }

  private mutating func carriedOver() -> JSON {
    let (relation, count) = pick([
      ("CONTINUES", 1), ("MERGED", 1), ("SPLIT", 2 + number(3)), ("INSTITUTIONALISED", 0),
    ])
    let successors = (0..<count).map { JSON.string("plan/\(code())/action/\($0)") }
    return .object([
      .init("relation", .string(relation)), .init("successors", .array(successors)),
    ])
  }

  private mutating func correction(nesting: Int) -> JSON {
    var type = pick(EventType.allCases)
    if nesting > 0 && random.next() % 2 == 0 { type = .eventCorrected }
    if nesting == 0 && type == .eventCorrected { type = .actionAdded }
    let target = uuid()
    if let id = try? EventID(parsing: target) { targets[id] = type }
    var members = [JSON.Member("target", .string(target))]
    if !type.isAboutEvents {
      if flip() { members.append(.init("effective", .string(date()))) }
      if flip() { members.append(.init("published", .string(date()))) }
    }
    if flip() { members.append(.init("provenance", .string(pick(Provenance.words)))) }
    if flip() { members.append(.init("sources", .array([.string(source()), .string(source())]))) }
    if flip() { members.append(.init("reason", .string(text()))) }
    members.append(.init("data", data(of: type, nesting: nesting - 1)))
    return .object(members)
  }

  private mutating func object(_ fields: [FieldDescription]) -> JSON {
    if fields.map(\.name) == ["measure", "value", "cell", "text"] { return figure(fields) }
    var members: [JSON.Member] = []
    for field in fields where field.isRequired || flip() {
      members.append(.init(field.name, value(field.shape, isRequired: field.isRequired)))
    }
    return .object(members)
  }

  /// A claim's figure, whose fields hang together.
  private mutating func figure(_ fields: [FieldDescription]) -> JSON {
    let measure = pick(Measure.words)
    var members = [JSON.Member("measure", .string(measure))]
    for field in fields.dropFirst() {
      let isWanted =
        switch field.name {
        case "value": measure != "STATEMENT"
        case "cell": measure == "VICTIMS"
        default: measure == "STATEMENT" || flip()
        }
      if isWanted { members.append(.init(field.name, value(field.shape, isRequired: true))) }
    }
    return .object(members)
  }

  private mutating func value(_ shape: FieldShape, isRequired: Bool) -> JSON {
    switch shape {
    case .string(let form, _): return .string(string(of: form))
    case .word(let words): return .string(pick(words))
    case .integer(let least, let greatest):
      let shifted = Int64(random.next() >> UInt64(1 + number(62)))
      return .number(String(least + shifted % (greatest - least)))
    case .boolean: return .bool(flip())
    case .text: return .string(text())
    case .langText:
      return .object(
        ["en", "lv", "pt-BR"].prefix(1 + number(3)).map { .init($0, .string(text())) })
    case .list(let element):
      let count = (isRequired || isFull ? 1 : 0) + number(3)
      return .array((0..<count).map { _ in value(element, isRequired: true) })
    case .group(let fields): return object(fields)
    case .either(let shapes): return value(pick(shapes), isRequired: true)
    case .body: preconditionFailure("a correction's body is made by correction(nesting:)")
    }
  }
}

extension LineGenerator {
  private mutating func string(of form: String) -> String {
    switch form {
    case "Id": code()
    case "Ref": subject(of: pick(StreamKind.allCases))
    case "Source": source()
    case "Decimal": pick(["0", "-0.50", "1250.00", "9999999999999999999999999999999999"])
    case "Date": date()
    case "Period": period()
    case "UUID": uuid()
    case "Designation": pick(["MK rīkojums Nr. 690", "1", "persons / year", "§ 12"])
    case "Currency": pick(["EUR", "USD"])
    case "Scale": pick(["PLAN-3@2", "x@99999"])
    case "URL": pick(["https://likumi.lv/ta/id/326420", "mailto:a@b.lv"])
    case "SHA-256": (0..<4).map { _ in hex(16) }.joined()
    case "Language": pick(["lv", "en", "pt-BR", "lav"])
    case "Stream prefix": pick(["plan", "plan/\(code())", "victims/LV", "plan/P/action/1.1"])
    case "Citizenship": pick(["LV", "NON_EU", "UNKNOWN", "ZW"])
    case "Place": pick(["LV", "ABROAD"])
    default: preconditionFailure("a form \(form) that no value is made for")
    }
  }

  private mutating func code() -> String {
    let letters = Array("abzABZ019._-")
    return String((0...number(isFull ? 8 : 64)).prefix(64).map { _ in pick(letters) })
  }

  private mutating func subject(of kind: StreamKind) -> String {
    switch kind {
    case .area, .action, .claim: "plan/\(code())/\(kind.rawValue)/\(code())"
    case .victims: "victims/\(pick(["LV", "EE"]))"
    default: "\(kind.rawValue)/\(code())"
    }
  }

  private mutating func source() -> String {
    pick(["PR-2025-01-28", "PR-2025-01-28#p2", "https://likumi.lv/ta/id/326420#p3", code()])
  }

  private mutating func hex(_ digits: Int) -> String {
    let text = String(random.next(), radix: 16)
    return String(String(repeating: "0", count: 16 - text.count) + text).suffix(digits).description
  }

  private mutating func uuid() -> String {
    "\(hex(8))-\(hex(4))-\(hex(4))-\(hex(4))-\(hex(12))"
  }

  private mutating func date() -> String {
    let text = coarse(year: isFull ? 2022 : 1 + number(9999))
    return random.next() % 4 == 0 ? "/" + text : text
  }

  private mutating func coarse(year: Int) -> String {
    let written = String(String(10_000 + year).suffix(4))
    return switch number(5) {
    case 0: written
    case 1: "\(written)-H\(1 + number(2))"
    case 2: "\(written)-Q\(1 + number(4))"
    case 3: "\(written)-\(String(101 + number(12)).suffix(2))"
    default:
      "\(written)-\(String(101 + number(12)).suffix(2))-\(String(101 + number(28)).suffix(2))"
    }
  }

  private mutating func period() -> String {
    let year = isFull ? 2021 : 1 + number(9000)
    let start = coarse(year: year)
    return flip() ? "\(start)/\(coarse(year: year + 1 + number(900)))" : start
  }

  private mutating func text() -> String {
    pick(["a", "Gaida budžeta lēmumu", "two\nlines\tand 😀", "\"quoted\" \\ / \u{A0}\u{2028}"])
      + String(repeating: "x", count: number(isFull ? 3 : 300))
  }
}
