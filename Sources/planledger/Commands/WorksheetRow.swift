internal import Events
internal import Lifecycle

/// A row of a worksheet, as a person left it.
struct WorksheetRow {
  /// Its number, as a spreadsheet counts it.
  let number: Int
  /// Its cells.
  let cells: [String]
  /// Where each heading stands.
  let places: [String: Int]

  /// What is wrong with a cell.
  struct Fault: Error {
    let heading: String
    let reason: String
  }

  /// The cell under a heading; empty where there is none.
  subscript(_ heading: String) -> String {
    guard let place = places[heading], place < cells.count else { return "" }
    return cells[place]
  }

  /// What it decides.
  func decision() throws(Fault) -> HandOver.Decision {
    let subject = try subject()
    let choice = try choice(of: subject.kind, to: try successors())
    do throws(EventError) {
      let reason = self["reason"].isEmpty ? nil : try Text(self["reason"])
      return HandOver.Decision(row: number, subject: subject, choice: choice, reason: reason)
    } catch {
      throw Fault(heading: "reason", reason: "the text is not \(Text.expected).")
    }
  }

  private func subject() throws(Fault) -> StreamID {
    guard let subject = try? StreamID(parsing: StreamID.expanded(self["subject"])),
      !HandOver.Choice.words(subject.kind).isEmpty
    else {
      throw Fault(
        heading: "subject",
        reason: "'\(self["subject"])' is no action as PLAN/CODE, and no challenge, "
          + "recommendation or obligation.")
    }
    return subject
  }

  private func successors() throws(Fault) -> [StreamID] {
    var successors: [StreamID] = []
    for word in self["to"].split(whereSeparator: { " ,;\n".contains($0) }) {
      guard let stream = try? StreamID(parsing: StreamID.expanded(String(word))),
        stream.kind == .action
      else { throw Fault(heading: "to", reason: "'\(word)' is no action as PLAN/CODE.") }
      guard !successors.contains(stream) else {
        throw Fault(heading: "to", reason: "\(stream.short) stands there twice.")
      }
      successors.append(stream)
    }
    return successors
  }

  private func choice(
    of kind: StreamKind, to successors: [StreamID]
  ) throws(Fault) -> HandOver.Choice {
    let word = self["disposition"]
    guard let choice = HandOver.Choice(word, kind, to: successors) else {
      let words = HandOver.Choice.words(kind)
      throw Fault(
        heading: "disposition",
        reason: words.contains(word.lowercased())
          ? "what addresses a challenge stands in the column to: one action as PLAN/CODE."
          : "'\(word)' is none of \(words.joined(separator: ", ")).\(didYouMean(word, words))")
    }
    guard !choice.successors.isEmpty || successors.isEmpty else {
      throw Fault(
        heading: "to", reason: "'\(self["to"])' is left over: \(choice.word) leads to no action.")
    }
    return choice
  }
}
