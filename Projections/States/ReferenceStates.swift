package import Events

/// An institution.
package struct InstitutionState: EntityState {
  /// Its id.
  package let id: Identifier
  /// Its name.
  package private(set) var name: Fact<LangText>?
  private var isDefined = false

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { isDefined }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .institutionDefined(let body):
      isDefined = true
      name = Fact(body.name, by: event)
    case .institutionRenamed(let body): name = Fact(body.name, by: event)
    default: break
    }
  }
}

/// A source document.
package struct SourceState: EntityState {
  /// Its id.
  package let id: Identifier
  /// What was said of it.
  package private(set) var document: Fact<SourceAdded>?

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { document != nil }

  package mutating func evolve(_ event: LiveEvent) {
    if case .sourceAdded(let body) = event.event.data { document = Fact(body, by: event) }
  }
}

/// A link between two things.
package struct LinkState: EntityState {
  /// Its id.
  package let id: Identifier
  /// What is linked, and how.
  package private(set) var link: Fact<LinkAsserted>?
  /// Whether it was withdrawn.
  package private(set) var isWithdrawn = false

  package init(subject: StreamID) { id = subject.code }

  package var exists: Bool { link != nil }

  package mutating func evolve(_ event: LiveEvent) {
    switch event.event.data {
    case .linkAsserted(let body):
      link = Fact(body, by: event)
      isWithdrawn = false
    case .linkWithdrawn: isWithdrawn = true
    default: break
    }
  }
}
