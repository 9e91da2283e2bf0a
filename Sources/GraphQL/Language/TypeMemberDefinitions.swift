/// A field of an object or interface (§3.6).
public struct FieldDefinition: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// Its type.
  public var type: TypeReference
  private var rare: Rare<Parts>

  private struct Parts: Sendable, Equatable {
    var description: String?
    var arguments: [InputValueDefinition] = []
    var directives: [Directive] = []
  }

  init(
    description: String?, name: Name, arguments: [InputValueDefinition], type: TypeReference,
    directives: [Directive]
  ) {
    self.name = name
    self.type = type
    rare = Rare(
      Parts(description: description, arguments: arguments, directives: directives),
      nothing: Parts())
  }

  private var parts: Parts { rare.parts(or: Parts()) }

  /// Its description.
  public var description: String? { parts.description }
  /// Its arguments.
  public var arguments: [InputValueDefinition] { parts.arguments }
  /// Its directives.
  public var directives: [Directive] { parts.directives }
}

/// An argument, or a field of an input object (§3.6.1, §3.10).
public struct InputValueDefinition: Sendable, Equatable {
  /// Its name.
  public var name: Name
  /// Its type.
  public var type: TypeReference
  private var rare: Rare<Parts>

  private struct Parts: Sendable, Equatable {
    var description: String?
    var defaultValue: Literal?
    var directives: [Directive] = []
  }

  init(
    description: String?, name: Name, type: TypeReference, defaultValue: Literal?,
    directives: [Directive]
  ) {
    self.name = name
    self.type = type
    rare = Rare(
      Parts(description: description, defaultValue: defaultValue, directives: directives),
      nothing: Parts())
  }

  private var parts: Parts { rare.parts(or: Parts()) }

  /// Its description.
  public var description: String? { parts.description }
  /// Its default; `nil` where there is none.
  public var defaultValue: Literal? { parts.defaultValue }
  /// Its directives.
  public var directives: [Directive] { parts.directives }
}

/// A value of an enum (§3.9).
public struct EnumValueDefinition: Sendable, Equatable {
  /// Its name.
  public var name: Name
  private var rare: Rare<Parts>

  private struct Parts: Sendable, Equatable {
    var description: String?
    var directives: [Directive] = []
  }

  init(description: String?, name: Name, directives: [Directive]) {
    self.name = name
    rare = Rare(Parts(description: description, directives: directives), nothing: Parts())
  }

  private var parts: Parts { rare.parts(or: Parts()) }

  /// Its description.
  public var description: String? { parts.description }
  /// Its directives.
  public var directives: [Directive] { parts.directives }
}
