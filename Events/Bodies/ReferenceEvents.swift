// Links, source documents and institutions.

/// Two things were linked.
public struct LinkAsserted: EventBody {
  public static let type = EventType.linkAsserted
  /// The thing that relates.
  public var from = StreamID.placeholder
  /// The thing related to.
  public var to = StreamID.placeholder
  /// How.
  public var relation = LinkRelation.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("from", &from)
    try fields.required("to", &to)
    try fields.required("relation", &relation)
  }
}

/// A link was withdrawn.
public struct LinkWithdrawn: EventBody {
  public static let type = EventType.linkWithdrawn

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}

/// A source document was added.
public struct SourceAdded: EventBody {
  public static let type = EventType.sourceAdded
  /// Its title.
  public var title = LangText.placeholder
  /// Where it is.
  public var url: SourceURL?
  /// When it was issued.
  public var issued: CoarseDate?
  /// Its digest.
  public var sha256: Digest?
  /// Its language.
  public var language: LanguageTag?

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("title", &title)
    try fields.optional("url", &url)
    try fields.optional("issued", &issued)
    try fields.optional("sha256", &sha256)
    try fields.optional("language", &language)
  }
}

/// An institution was defined.
public struct InstitutionDefined: EventBody {
  public static let type = EventType.institutionDefined
  /// Its name.
  public var name = LangText.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("name", &name)
  }
}

/// An institution has a new name.
public struct InstitutionRenamed: EventBody {
  public static let type = EventType.institutionRenamed
  /// Its name.
  public var name = LangText.placeholder

  /// A body to be filled.
  public init() {}

  public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
    try fields.required("name", &name)
  }
}
