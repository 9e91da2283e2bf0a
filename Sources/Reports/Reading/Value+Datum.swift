internal import Events
internal import Projections

extension Value {
  /// A value of a field; of an assessment the verdict and whether it is final.
  static func datum(_ datum: Datum?, of field: String) -> Value {
    guard field == "assessment", case .record(let members)? = datum, members.count > 2 else {
      return .datum(datum)
    }
    return .datum(.record(Array(members.prefix(2))))
  }

  /// A value of a field.
  static func datum(_ datum: Datum?) -> Value {
    guard let datum else { return .none }
    switch datum {
    case .word(let code):
      return .word(code, Wording.vocabulary[code] ?? Wording(lv: code, en: code))
    case .code(let text), .decimal(let text): return .code(text)
    case .date(let date): return .date(date)
    case .period(let period): return .period(period)
    case .number(let number): return .number(number)
    case .flag(let flag): return flag ? .word("YES", .yes) : .word("NO", .no)
    case .text(let text): return .text(text)
    case .plain(let text): return .freeText(text)
    case .list(let elements): return .list(elements.map { .datum($0) })
    case .record(let members):
      let values = members.map { Value.datum($0.value) }
      guard let first = values.first else { return .none }
      return values.count == 1 ? first : .with(first, .list(Array(values.dropFirst())))
    }
  }

  /// A field by its name.
  static func field(_ name: String) -> Value {
    .word(name, Wording.fields[name] ?? Wording(lv: name, en: name))
  }

  /// A sort of thing.
  static func kind(_ kind: EntityKind) -> Value { .word(kind) }

  /// Citizens of a country, or of a group of them.
  static func citizenship(_ citizenship: Citizenship) -> Value {
    citizenship.description == "UNKNOWN"
      ? .word("UNKNOWN", .citizenshipUnknown) : .phrase(.citizens, .orWord("\(citizenship)"))
  }

  /// A place: a country, or a word.
  static func place(_ place: Place) -> Value {
    place.description == "UNKNOWN"
      ? .word("UNKNOWN", .placeUnknown) : .phrase(.place, .orWord("\(place)"))
  }

  /// A word of the vocabulary where it is one, else a code.
  private static func orWord(_ text: String) -> Value {
    Wording.vocabulary[text].map { .word(text, $0) } ?? .code(text)
  }
}
