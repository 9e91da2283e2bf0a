internal import EventStore
internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Challenges and achievements.
  mutating func addChallenges() {
    object("Challenge", of: ChallengeNode.self) { type in
      type.addTexts()
      type.addFacts()
    }
    addConnection(
      "Challenge", of: ChallengeNode.self, keys: ["status", "scope", "plan", "area", "provenance"])
    object("Achievement", of: AchievementNode.self) { type in
      type.field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
      type.words("title") { node throws(FieldError) in
        try node.withTexts().title?.value
      }
      type.words("text") { node throws(FieldError) in
        try node.withTexts().text
      }
      type.field("plan") { node, _ throws(FieldError) in Resolved(node.state.plan) }
      type.field("area") { node, _ throws(FieldError) in Resolved(node.state.area) }
      type.field("provenance") { node, _ throws(FieldError) in
        .string(node.entity.provenance.description)
      }
    }
    addConnection("Achievement", of: AchievementNode.self, keys: ["plan", "area", "provenance"])
  }
}

extension ObjectResolvers<ChallengeNode, QueryContext> {
  fileprivate mutating func addTexts() {
    field("id") { challenge, _ throws(FieldError) in Resolved(challenge.state.id) }
    words("title") { challenge throws(FieldError) in
      try challenge.withTexts().title?.value
    }
    words("text") { challenge throws(FieldError) in
      try challenge.withTexts().text
    }
  }

  fileprivate mutating func addFacts() {
    field("status") { challenge, _ throws(FieldError) in
      Resolved(challenge.state.status?.value.rawValue)
    }
    field("scope") { challenge, _ throws(FieldError) in Resolved(word: challenge.state.scope) }
    field("plan") { challenge, _ throws(FieldError) in Resolved(challenge.state.plan) }
    field("area") { challenge, _ throws(FieldError) in Resolved(challenge.state.area) }
    field("follows") { challenge, _ throws(FieldError) in Resolved(challenge.state.follows) }
    field("raisedOn") { challenge, _ throws(FieldError) in Resolved(challenge.state.raisedOn) }
    field("resolvedOn") { challenge, _ throws(FieldError) in Resolved(challenge.state.resolvedOn) }
    field("addressedBy") { challenge, _ throws(FieldError) in
      .list(challenge.state.addressedBy.map { .string($0.description) })
    }
    field("provenance") { challenge, _ throws(FieldError) in
      .string(challenge.entity.provenance.description)
    }
    field("imprecise") { challenge, _ throws(FieldError) in
      .boolean(challenge.entity.isImprecise)
    }
    field("history") { challenge, _ throws(FieldError) in
      try challenge.view.historyList(of: challenge.entity.subject)
    }
  }
}

extension View {
  /// All challenges, or those that were open on a day of each of the plans' periods.
  func challenges(spanning plans: [InputValue]?) throws(FieldError) -> [ChallengeNode] {
    guard let plans else {
      return try nodes { reader throws(LedgerError) in try reader.challenges() }
    }
    var periods: [Period] = []
    for plan in plans {
      guard let id = plan.string.flatMap({ try? Identifier(parsing: $0) }),
        let period = try self.plan(id)?.state.period?.value
      else { return [] }
      periods.append(period)
    }
    let day = point.effectiveAt
    return try nodes { reader throws(LedgerError) in
      try reader.challenges().filter { challenge in
        periods.allSatisfy { challenge.state.wasOpen(during: $0, through: day) }
      }
    }
  }
}

extension RowKind<ChallengeNode> {
  /// What challenges can be filtered, ordered and grouped by.
  static let challenges = RowKind(
    "Challenge", key: "id",
    [
      Column("id", .code) { challenge throws(FieldError) in ColumnValue(challenge.state.id) },
      Column("title", .text) { challenge throws(FieldError) in
        challenge.view.column(try challenge.withTexts().title?.value)
      },
      Column("status", .word) { challenge throws(FieldError) in
        ColumnValue(status: challenge.state.status?.value)
      },
      Column("scope", .word) { challenge throws(FieldError) in
        ColumnValue(word: challenge.state.scope)
      },
      Column("plan", .code) { challenge throws(FieldError) in ColumnValue(challenge.state.plan) },
      Column("area", .code) { challenge throws(FieldError) in ColumnValue(challenge.state.area) },
      Column("raisedOn", .date) { challenge throws(FieldError) in
        ColumnValue(challenge.state.raisedOn)
      },
      Column("resolvedOn", .date) { challenge throws(FieldError) in
        ColumnValue(challenge.state.resolvedOn)
      },
      Column("provenance", .word) { challenge throws(FieldError) in
        ColumnValue(word: challenge.entity.provenance)
      },
    ])
}

extension RowKind<AchievementNode> {
  /// What achievements can be filtered, ordered and grouped by.
  static let achievements = RowKind(
    "Achievement", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("title", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().title?.value)
      },
      Column("plan", .code) { node throws(FieldError) in ColumnValue(node.state.plan) },
      Column("area", .code) { node throws(FieldError) in ColumnValue(node.state.area) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
