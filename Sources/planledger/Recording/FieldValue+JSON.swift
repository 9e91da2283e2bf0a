internal import Coding
internal import Events

extension FieldShape {
  /// What a person typed, as the JSON that the field reads. What it is not is found by the field.
  func json(_ typed: String) -> JSON {
    switch self {
    case .word: return .string(upperCase(typed))
    case .integer: return isNumber(typed) ? .number(typed) : .string(typed)
    case .boolean:
      switch typed {
      case "true", "yes": return .bool(true)
      case "false", "no": return .bool(false)
      default: return .string(typed)
      }
    case .either(let shapes):
      for case .word(let words) in shapes where words.contains(upperCase(typed)) {
        return .string(upperCase(typed))
      }
      return shapes.first?.json(typed) ?? .string(typed)
    case .string(let form, _):
      switch form {
      case "Citizenship", "Place": return .string(upperCase(typed))
      case "Currency": return .string(typed.uppercased())
      case "Ref": return .string(StreamID.expanded(typed))
      default: return .string(typed)
      }
    case .langText, .list, .group:
      if typed.hasPrefix("{") || typed.hasPrefix("["), let json = parsed(typed) { return json }
      if case .list(let element) = self {
        return .array(typed.split(separator: ",").map { element.json(String($0)) })
      }
      if case .langText = self { return langText([typed]) }
      return .string(typed)
    case .text, .body: return .string(typed)
    }
  }

  /// What was typed for an option that may be repeated.
  func json(_ typed: [String]) -> JSON {
    switch self {
    case .list(let element): .array(typed.map(element.json))
    case .langText where typed.count > 1 || !(typed.first ?? "").hasPrefix("{"): langText(typed)
    default: json(typed.last ?? "")
    }
  }

  /// Texts by language where each begins with `TAG=`; otherwise a text in the ledger's language.
  private func langText(_ typed: [String]) -> JSON {
    var members: [JSON.Member] = []
    for text in typed {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, LangText.isLanguage(String(parts[0])) else {
        return typed.count == 1 ? .string(text) : .array(typed.map(JSON.string))
      }
      members.append(JSON.Member(String(parts[0]), .string(String(parts[1]))))
    }
    return .object(members)
  }

  private func parsed(_ text: String) -> JSON? {
    var parser = JSONParser()
    return try? parser.parse(Array(text.utf8))
  }

  private func upperCase(_ word: String) -> String {
    String(word.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  private func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isZero = digits == "0"
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && (isZero || digits.first != "0")
  }

  /// The shape of a field within this one: `cell.sex`.
  func at(_ path: ArraySlice<String>) -> FieldShape? {
    guard let name = path.first else { return self }
    guard case .group(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.shape.at(path.dropFirst())
  }
}

extension StreamID {
  /// A stream as people write it in full: `DEMO-2021/1.2` is an action of a plan.
  static func expanded(_ typed: String) -> String {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return "plan/" + typed
    case 2 where StreamKind(rawValue: parts[0]) == nil: return "plan/\(parts[0])/action/\(parts[1])"
    case 3 where StreamKind(rawValue: parts[1]) != nil && parts[0] != "plan": return "plan/" + typed
    default: return typed
    }
  }
}

extension JSON {
  /// The object with the value at a path, which may be new; `nil` takes it out.
  func setting(_ path: ArraySlice<String>, to value: JSON?) -> JSON {
    guard let name = path.first else { return value ?? .null }
    var members = self.members ?? []
    let index = members.firstIndex { $0.name == name }
    let inner =
      path.count == 1
      ? value
      : (index.map { members[$0].value } ?? .object([])).setting(path.dropFirst(), to: value)
    if let index {
      if let inner { members[index].value = inner } else { members.remove(at: index) }
    } else if let inner {
      members.append(Member(name, inner))
    }
    return .object(members)
  }
}
