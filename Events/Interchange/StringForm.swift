/// A named form of strings that fields share, such as `Id` or `Date`.
struct StringForm: Hashable {
  /// The form's name.
  let name: String
  /// What its strings match, as ECMA-262 writes it.
  let pattern: String?

  /// The name without spaces, as a schema's key: `Stream prefix` is `StreamPrefix`.
  var key: String { StringForm.key(of: name) }

  /// The name of a form without spaces.
  static func key(of name: String) -> String {
    name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Every form that an event's fields have, by name.
  static var all: [StringForm] {
    var forms: Set<StringForm> = []
    for type in EventType.allCases {
      for field in FieldDescription.fields(of: type) { collect(field.shape, &forms) }
    }
    return forms.sorted { $0.name < $1.name }
  }

  private static func collect(_ shape: FieldShape, _ forms: inout Set<StringForm>) {
    switch shape {
    case .string(let name, let pattern): forms.insert(StringForm(name: name, pattern: pattern))
    case .list(let element): collect(element, &forms)
    case .either(let shapes): for shape in shapes { collect(shape, &forms) }
    case .group(let fields): for field in fields { collect(field.shape, &forms) }
    case .word, .integer, .boolean, .text, .langText, .body: break
    }
  }
}
