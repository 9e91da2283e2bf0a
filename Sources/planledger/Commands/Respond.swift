internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import PlanAPI
internal import Projections

extension Session {
  /// Answers a GraphQL document at the clocks of the reading options, and prints the answer.
  ///
  /// - Parameters:
  ///   - name: what messages call the document.
  ///   - titles: what lists and columns are called for people, by their paths.
  ///   - paginates: whether to follow pages.
  func respond(
    to text: String, named name: String, _ variables: JSON, operation: String? = nil,
    _ command: ParsedCommand, titles: [String: String] = [:], paginates: Bool = false
  ) throws(Failure) -> ExitStatus {
    let ledger = try openToRead(command)
    var pages = Pages(
      query: PlanQuery(ledger, now: now), text: text, operation: operation,
      defaults: try clockDefaults(command))
    let answer = try ledgerCall(ledger.path) { () throws(LedgerError) in
      try pages.first(variables)
    }
    var bytes = answer.bytes
    var errors = answer.errors
    var response = JSON.null
    if answer.hasData, paginates || format(command) != .json {
      var parser = JSONParser()
      response = (try? parser.parse(bytes)) ?? .null
    }
    if paginates, answer.hasData, errors.isEmpty {
      if Session.variableTypes(of: text)?["endCursor"] == nil { throw Pages.noCursor }
      var joined = JoinedPages(response)
      var page = response
      while errors.isEmpty, let next = try pages.next(after: page) {
        let answer = try ledgerCall(ledger.path) { () throws(LedgerError) in
          try pages.page(next, variables)
        }
        errors = answer.errors
        var parser = JSONParser()
        page = (try? parser.parse(answer.bytes)) ?? .null
        if errors.isEmpty { joined.add(page, at: next.path) }
      }
      response = joined.whole
      bytes = response.encoded
    }
    let format = format(command)
    if format == .json {
      try output.bytes(bytes)
      try output.line()
    } else if answer.hasData {
      try Answer(graphQL: response, as: format, titles: titles).print(
        format, to: output, width: terminal.width, hasColour: hasColour(command))
    }
    try output.flush()
    for error in errors { try tell(error, name, text) }
    if errors.contains(where: \.isDamage) { return .damaged }
    return errors.isEmpty ? .done : .foundFault
  }

  /// The clocks and language that the reading options say, for a whole document.
  func clockDefaults(_ command: ParsedCommand) throws(Failure) -> ClockDefaults {
    let language = command.value("language")
    if let language, !LangText.isLanguage(language) {
      throw .value(.option("language"), language, takes: "a language tag by BCP 47", in: command)
    }
    return ClockDefaults(
      effectiveAt: try command.date("effective-at"), publishedBy: try command.date("published-by"),
      recordedBy: try command.recordedBy(), provenance: try command.provenance(),
      language: language)
  }

  /// Tells of an error on standard error: where, what, and the line with a caret below it.
  func tell(_ error: GraphQLError, _ name: String, _ text: String) throws(Failure) {
    let place = error.locations.first
    let path = error.path.map { segment in
      switch segment {
      case .key(let key): key
      case .index(let index): "\(index)"
      }
    }
    let within = path.isEmpty ? "" : " (at \(path.joined(separator: ".")))"
    let at = place.map { "\(name):\($0.line):\($0.column): " } ?? ""
    try errors.text(printable("Error: \(at)\(error.message)\(within)") + "\n")
    guard let place else { return }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(place.line - 1) else { return }
    let scalars = Array(lines[place.line - 1].unicodeScalars)
    // A long line is shown around the place.
    let start = max(0, place.column - 1 - (terminal.width - 4) / 2)
    let shown = scalars.dropFirst(start).prefix(max(20, terminal.width - 4))
    func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return printable(String(view))
    }
    // What is shown in another way before the place moves the caret.
    let before = line(shown.prefix(max(0, place.column - 1 - start)))
    let caret = String(repeating: " ", count: before.unicodeScalars.count) + "^"
    try errors.text("  \(line(shown))\n  \(caret)\n")
  }
}

extension GraphQLError {
  /// Whether the ledger or a projection is damaged.
  fileprivate var isDamage: Bool {
    guard case .string(let code)? = extensions?["code"] else { return false }
    return code == "LEDGER_DAMAGED" || code == "PROJECTION_DAMAGED"
  }
}
