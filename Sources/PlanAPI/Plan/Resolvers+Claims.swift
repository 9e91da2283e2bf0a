internal import Events
internal import GraphQL
internal import Projections

extension Resolvers<QueryContext> {
  /// Published figures.
  mutating func addClaims() {
    object("Claim", of: ClaimNode.self) { type in
      type.field("id") { claim, _ throws(FieldError) in Resolved(claim.state.id) }
      type.words("label") { claim throws(FieldError) in
        claim.state.label?.value
      }
      type.field("figures") { claim, _ throws(FieldError) in
        .list(of: claim.state.figures) { figure throws(FieldError) in .object(Node(figure)) }
      }
      type.field("cutOff") { claim, _ throws(FieldError) in Resolved(claim.state.cutOff) }
      type.field("effective") { claim, _ throws(FieldError) in Resolved(claim.state.effective) }
      type.field("published") { claim, _ throws(FieldError) in Resolved(claim.state.published) }
      type.field("provenance") { claim, _ throws(FieldError) in
        .string(claim.entity.provenance.description)
      }
      type.field("setBy") { claim, _ throws(FieldError) in
        guard let position = claim.state.label?.setBy else { return .null }
        return Resolved(object: try claim.view.eventNode(at: position))
      }
    }
    object("ClaimFigure", of: Node<ClaimFigure>.self) { type in
      type.field("measure") { figure, _ throws(FieldError) in
        .string(figure.value.measure.description)
      }
      type.field("value") { figure, _ throws(FieldError) in
        Resolved(figure.value.value.map { Int($0.number) })
      }
      type.field("text") { figure, _ throws(FieldError) in
        Resolved(figure.value.text.map(\.shown))
      }
      type.field("cell") { figure, _ throws(FieldError) in
        Resolved(object: figure.value.cell.map { Node($0) })
      }
    }
  }
}

extension Text {
  /// The text, or a word in its place where it was removed for good.
  var shown: String { description.isEmpty ? Text.redacted : description }
}
