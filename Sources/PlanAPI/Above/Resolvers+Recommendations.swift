internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Recommendations of monitoring bodies.
  mutating func addRecommendations() {
    object("Recommendation", of: RecommendationNode.self) { type in
      type.addFacts()
      type.addAnswer()
      type.addTies()
    }
    object("FollowUp", of: FollowUpNode.self) { type in
      type.field("on") { node, _ throws(FieldError) in Resolved(node.on) }
      type.field("finding") { node, _ throws(FieldError) in
        .string(node.fact.value.finding.shown)
      }
      type.field("level") { node, _ throws(FieldError) in Resolved(word: node.fact.value.level) }
      type.field("round") { node, _ throws(FieldError) in
        Resolved(node.fact.value.round?.description)
      }
      type.field("event") { node, _ throws(FieldError) in
        Resolved(object: try node.view.eventNode(at: node.fact.setBy))
      }
    }
    addConnection(
      "Recommendation", of: RecommendationNode.self,
      keys: ["body", "round", "urgency", "response", "level", "isCovered", "provenance"])
  }
}

extension ObjectResolvers<RecommendationNode, QueryContext> {
  fileprivate mutating func addFacts() {
    field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
    field("body") { node, _ throws(FieldError) in try node.view.resolved(node.received?.body) }
    words("text") { node throws(FieldError) in try node.withTexts().received?.value.text }
    field("round") { node, _ throws(FieldError) in Resolved(node.received?.round?.description) }
    field("paragraph") { node, _ throws(FieldError) in
      Resolved(node.received?.paragraph?.description)
    }
    field("urgency") { node, _ throws(FieldError) in Resolved(word: node.received?.urgency) }
    field("receivedOn") { node, _ throws(FieldError) in Resolved(node.state.receivedOn) }
  }

  fileprivate mutating func addAnswer() {
    field("response") { node, _ throws(FieldError) in
      Resolved(word: node.state.answer?.value.response)
    }
    field("responseText") { node, _ throws(FieldError) in
      Resolved(try node.withTexts().answer?.value.text?.shown)
    }
    field("answeredOn") { node, _ throws(FieldError) in Resolved(node.state.answeredOn) }
    field("level") { node, _ throws(FieldError) in Resolved(word: node.level) }
    field("followUps") { node, _ throws(FieldError) in
      return .list(of: try node.withTexts().findings) { fact throws(FieldError) in
        .object(FollowUpNode(node.view, fact, on: try node.effective(of: fact)))
      }
    }
  }
}

extension RecommendationNode {
  /// What was recommended.
  fileprivate var received: RecommendationReceived? { state.received?.value }

  /// How far it was followed, by the last finding that says so.
  fileprivate var level: ImplementationLevel? {
    state.findings.compactMap(\.value.level).last
  }
}

/// A later finding on a recommendation, in a view.
final class FollowUpNode {
  let view: View
  let fact: Fact<RecommendationFollowedUp>
  let on: CoarseDate?

  init(_ view: View, _ fact: Fact<RecommendationFollowedUp>, on: CoarseDate?) {
    self.view = view
    self.fact = fact
    self.on = on
  }
}

extension RowKind<RecommendationNode> {
  /// What recommendations can be filtered, ordered and grouped by.
  static let recommendations = RowKind(
    "Recommendation", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("body", .code) { node throws(FieldError) in ColumnValue(node.received?.body) },
      Column("round", .code) { node throws(FieldError) in
        ColumnValue(code: node.received?.round?.description)
      },
      Column("paragraph", .code) { node throws(FieldError) in
        ColumnValue(code: node.received?.paragraph?.description)
      },
      Column("urgency", .word) { node throws(FieldError) in
        ColumnValue(word: node.received?.urgency)
      },
      Column("text", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().received?.value.text)
      },
      Column("response", .word) { node throws(FieldError) in
        ColumnValue(word: node.state.answer?.value.response)
      },
      Column("level", .word) { node throws(FieldError) in ColumnValue(word: node.level) },
      Column("receivedOn", .date) { node throws(FieldError) in
        ColumnValue(node.state.receivedOn)
      },
      Column("answeredOn", .date) { node throws(FieldError) in
        ColumnValue(node.state.answeredOn)
      },
      Column("isCovered", .flag) { node throws(FieldError) in .flag(try node.isCovered()) },
      Column("coveredBy", .list) { node throws(FieldError) in .list(try node.coveredBy()) },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
