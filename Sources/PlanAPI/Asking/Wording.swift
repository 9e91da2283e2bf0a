internal import EventStore
internal import Events
internal import GraphQL

extension ObjectResolvers where Context == QueryContext {
  /// A text by language under its name, and under the name with `Language` the language in which it is
  /// given.
  mutating func words(
    _ name: String, _ read: @escaping @Sendable (Source) throws(FieldError) -> LangText?
  ) {
    field(name) { source, info throws(FieldError) in
      guard let text = try read(source) else { return .null }
      return .string(info.variant(of: text)?.text ?? Text.redacted)
    }
    field(name + "Language") { source, info throws(FieldError) in
      guard let text = try read(source) else { return .null }
      return Resolved(info.variant(of: text)?.language)
    }
  }
}

extension FieldInfo<QueryContext> {
  /// A text in the language of the argument or of the question, else in the ledger's own, else in any;
  /// `nil` where it was removed for good.
  fileprivate func variant(of text: LangText) -> LangText.Variant? {
    text.variant(
      in: arguments["language"]?.string ?? context.language, fallback: context.identity.language)
  }
}

extension LangText {
  /// The text in a language, else in the ledger's own, else in any; a word in its place where it was
  /// removed for good.
  func text(in language: String, of context: QueryContext) -> String {
    variant(in: language, fallback: context.identity.language)?.text ?? Text.redacted
  }
}

extension View {
  /// A text by language as a column has it: in the question's language.
  func column(_ text: LangText?) -> ColumnValue {
    ColumnValue(text?.text(in: context.language, of: context))
  }
}
