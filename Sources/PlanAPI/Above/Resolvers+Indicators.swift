internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Indicators with their targets and observations.
  mutating func addIndicators() {
    object("Indicator", of: IndicatorNode.self) { type in
      type.addFacts()
      type.addFigures()
      type.addLinks()
    }
    object("Target", of: FactNode<TargetSet>.self) { type in
      type.field("value") { node, _ throws(FieldError) in
        .string(node.fact.value.value.description)
      }
      type.field("due") { node, _ throws(FieldError) in Resolved(node.fact.value.due) }
      type.field("event") { node, _ throws(FieldError) in try node.event() }
    }
    object("Observation", of: FactNode<ObservationRecorded>.self) { type in
      type.field("period") { node, _ throws(FieldError) in .object(Node(node.fact.value.period)) }
      type.field("value") { node, _ throws(FieldError) in
        Resolved(node.fact.value.value.value?.description)
      }
      type.field("known") { node, _ throws(FieldError) in
        .string(KnownStatus(node.fact.value.value).rawValue)
      }
      type.field("event") { node, _ throws(FieldError) in try node.event() }
    }
    object("Baseline", of: Node<Baseline>.self) { type in
      type.field("period") { node, _ throws(FieldError) in .object(Node(node.value.period)) }
      type.field("value") { node, _ throws(FieldError) in
        Resolved(node.value.value.value?.description)
      }
      type.field("known") { node, _ throws(FieldError) in
        .string(KnownStatus(node.value.value).rawValue)
      }
    }
    addConnection(
      "Indicator", of: IndicatorNode.self,
      keys: ["plan", "action", "unit", "direction", "aggregation", "provenance"])
  }
}

extension ObjectResolvers<IndicatorNode, QueryContext> {
  fileprivate mutating func addFacts() {
    field("id") { node, _ throws(FieldError) in Resolved(node.state.id) }
    words("title") { node throws(FieldError) in try node.withTexts().defined?.value.title }
    field("definition") { node, _ throws(FieldError) in
      Resolved(try node.withTexts().definition?.value.shown)
    }
    field("unit") { node, _ throws(FieldError) in Resolved(node.state.unit?.value.description) }
    field("plan") { node, _ throws(FieldError) in Resolved(node.defined?.plan) }
    field("action") { node, _ throws(FieldError) in Resolved(node.defined?.action?.description) }
    field("direction") { node, _ throws(FieldError) in Resolved(word: node.defined?.direction) }
    field("aggregation") { node, _ throws(FieldError) in
      Resolved(word: node.defined?.aggregation)
    }
  }

  fileprivate mutating func addFigures() {
    field("baseline") { node, _ throws(FieldError) in
      Resolved(object: node.defined?.baseline.map { Node($0) })
    }
    field("targets") { node, _ throws(FieldError) in
      .list(of: node.state.targets) { fact throws(FieldError) in
        .object(FactNode(node.view, fact))
      }
    }
    field("observations") { node, _ throws(FieldError) in
      .list(of: node.observations) { fact throws(FieldError) in
        .object(FactNode(node.view, fact))
      }
    }
    field("latest") { node, _ throws(FieldError) in
      Resolved(object: node.observations.last.map { FactNode(node.view, $0) })
    }
  }
}

extension IndicatorNode {
  /// How it was defined.
  fileprivate var defined: IndicatorDefined? { state.defined?.value }

  /// Its observations, in the order of their periods' ends.
  fileprivate var observations: [Fact<ObservationRecorded>] {
    state.observations.values.sorted {
      let (left, right) = ($0.value.period, $1.value.period)
      return (left.dayAfter, left.firstDay) < (right.dayAfter, right.firstDay)
    }
  }
}

/// A fact with the event that gave it, in a view.
final class FactNode<Value: Sendable & Hashable> {
  let view: View
  let fact: Fact<Value>

  init(_ view: View, _ fact: Fact<Value>) {
    self.view = view
    self.fact = fact
  }

  fileprivate func event() throws(FieldError) -> Resolved {
    Resolved(object: try view.eventNode(at: fact.setBy))
  }
}

extension RowKind<IndicatorNode> {
  /// What indicators can be filtered, ordered and grouped by.
  static let indicators = RowKind(
    "Indicator", key: "id",
    [
      Column("id", .code) { node throws(FieldError) in ColumnValue(node.state.id) },
      Column("title", .text) { node throws(FieldError) in
        node.view.column(try node.withTexts().defined?.value.title)
      },
      Column("unit", .text) { node throws(FieldError) in
        ColumnValue(node.state.unit?.value.description)
      },
      Column("plan", .code) { node throws(FieldError) in ColumnValue(node.defined?.plan) },
      Column("action", .code) { node throws(FieldError) in
        ColumnValue(code: node.defined?.action?.description)
      },
      Column("direction", .word) { node throws(FieldError) in
        ColumnValue(word: node.defined?.direction)
      },
      Column("aggregation", .word) { node throws(FieldError) in
        ColumnValue(word: node.defined?.aggregation)
      },
      Column("targets", .number) { node throws(FieldError) in
        .number(Int64(node.state.targets.count))
      },
      Column("observations", .number) { node throws(FieldError) in
        .number(Int64(node.state.observations.count))
      },
      Column("provenance", .word) { node throws(FieldError) in
        ColumnValue(word: node.entity.provenance)
      },
    ])
}
