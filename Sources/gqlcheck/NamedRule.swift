internal import Arguments
internal import GraphQL

/// What a name of a rule stands for: a rule about requests, one about definitions, or both, since
/// graphql-js holds the two kinds of documents to some rules under one name.
struct NamedRule {
  /// The rules about requests of that name.
  let requests: [ValidationRule]
  /// The rule about definitions of that name.
  let definitions: SchemaRule?

  /// All rules about requests.
  static let everything = NamedRule(requests: ValidationRule.all, definitions: nil)

  /// What the name stands for, in the specification or in graphql-js; `nil` where no rule has it.
  init?(_ name: String) {
    requests = ValidationRule.named(name)
    definitions = SchemaRule.named(name)
    guard !requests.isEmpty || definitions != nil else { return nil }
  }

  private init(requests: [ValidationRule], definitions: SchemaRule?) {
    self.requests = requests
    self.definitions = definitions
  }

  /// Whether nothing but definitions can be held to it.
  var isAboutDefinitions: Bool { requests.isEmpty }

  /// The rule about definitions, where a document is to be held to that one: a document that
  /// defines something and requests nothing, or any where there is no other.
  func definitions(for source: SourceText) -> SchemaRule? {
    // Where no rule is named the document is read once, when it is validated.
    guard let definitions else { return nil }
    return isAboutDefinitions || Answer.definesTypesOnly(source) ? definitions : nil
  }

  /// The name of a rule that is nearest to what was typed.
  static func nearest(to typed: String) -> String? {
    let rules = ValidationRule.all + ValidationRule.optional
    return closest(
      to: typed, among: rules.map(\.name) + rules.map(\.alias) + SchemaRule.all.map(\.name))
  }
}
