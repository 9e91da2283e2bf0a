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
      "Challenge", of: .challenges, keys: ["status", "scope", "plan", "area", "provenance"])
    object("Achievement", of: AchievementNode.self) { type in
      type.field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
      type.field("title") { node, info throws(FieldError) in
        info.text(try node.withTexts().title?.value, in: node.view)
      }
      type.field("text") { node, info throws(FieldError) in
        info.text(try node.withTexts().text, in: node.view)
      }
      type.field("plan") { node, _ throws(FieldError) in Resolved(node.state.plan) }
      type.field("area") { node, _ throws(FieldError) in Resolved(node.state.area) }
      type.field("provenance") { node, _ throws(FieldError) in
        .string(node.entity.provenance.description)
      }
    }
    addConnection("Achievement", of: .achievements, keys: ["plan", "area", "provenance"])
  }
}

extension ObjectResolvers<ChallengeNode, QueryContext> {
  fileprivate mutating func addTexts() {
    field("id") { challenge, _ throws(FieldError) in Resolved(challenge.state.id) }
    field("title") { challenge, info throws(FieldError) in
      info.text(try challenge.withTexts().title?.value, in: challenge.view)
    }
    field("text") { challenge, info throws(FieldError) in
      info.text(try challenge.withTexts().text, in: challenge.view)
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

extension RowKind<ChallengeNode> {
  /// What challenges can be filtered, ordered and grouped by.
  static let challenges = RowKind(
    "Challenge", key: "id",
    [
      Column("id", .text) { challenge throws(FieldError) in ColumnValue(challenge.state.id) },
      Column("title", .text) { challenge throws(FieldError) in
        challenge.view.column(try challenge.withTexts().title?.value)
      },
      Column("status", .word) { challenge throws(FieldError) in
        ColumnValue(status: challenge.state.status?.value)
      },
      Column("scope", .word) { challenge throws(FieldError) in
        ColumnValue(word: challenge.state.scope)
      },
      Column("plan", .text) { challenge throws(FieldError) in ColumnValue(challenge.state.plan) },
      Column("area", .text) { challenge throws(FieldError) in ColumnValue(challenge.state.area) },
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
      Column("id", .text) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("title", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().title?.value)
      },
      Column("plan", .text) { node throws(FieldError) in ColumnValue(node.state.plan) },
      Column("area", .text) { node throws(FieldError) in ColumnValue(node.state.area) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
