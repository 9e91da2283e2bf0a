internal import Arguments
internal import Coding
internal import GraphQL

/// The commands: each says whether everything was valid.
extension Program {
  func parse(_ command: ParsedCommand) throws(Failure) -> Bool {
    try eachFile(of: command) { Answer(parsing: $0) }
  }

  /// A rule about definitions needs no schema: the files are what it looks at.
  func validate(_ command: ParsedCommand, _ rule: NamedRule) throws(Failure) -> Bool {
    guard command.value("schema") != nil else {
      return try eachFile(of: command) { source in
        rule.definitions.map { Answer(source, $0) } ?? .valid
      }
    }
    switch try subject(of: command) {
    case .success(let subject):
      return try eachFile(of: command) { source in
        if let definitions = rule.definitions(for: source) { return Answer(source, definitions) }
        return subject.validate(source, rules: rule.requests)
      }
    case .failure(let errors): return try give(Answer(schemaErrors: errors))
    }
  }

  /// Variables that are no JSON object are answered as a server does: with an error, and no data.
  func execute(_ command: ParsedCommand) throws(Failure) -> Bool {
    let variables: JSON
    switch Program.object(Array((command.value("variables") ?? "{}").utf8)) {
    case .success(let object): variables = object
    case .failure(let error):
      return try give(
        Answer(.refused([GraphQLError("'--variables' is no JSON object: \(error.reason)")])))
    }
    let data = try source(of: command) ?? .conformance
    switch try subject(of: command) {
    case .success(let subject):
      return try eachFile(of: command) { document in
        subject.execute(
          document, operationName: command.value("operation"), variables: variables, on: data)
      }
    case .failure(let errors): return try give(Answer(schemaErrors: errors))
    }
  }

  /// Answers every line; what is gathered is written before waiting for more, so that whoever
  /// sends a line can wait for its answer.
  func batch(_ command: ParsedCommand) throws(Failure) -> Bool {
    let batch = Batch(source: command.value("wiring") == nil ? nil : .conformance)
    let input = try InputFile("-")
    var lines = Lines()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    func answer(_ line: [UInt8]) throws(Failure) { try output.line(batch.answer(line).text) }
    while true {
      try output.flush()
      let count = try input.read(into: &buffer)
      guard count > 0 else { break }
      try lines.add(buffer[..<count], answer)
    }
    try lines.end(answer)
    return true
  }
}

// MARK: - What the commands are given

extension Program {
  /// The rule that is asked for: all about requests, where none is named. What it needs of the
  /// schema is there.
  func rule(_ command: ParsedCommand) throws(ArgumentsError) -> NamedRule {
    let typed = command.value("rule") ?? ""
    let example = NamedRule.nearest(to: typed) ?? "UniqueArgumentNamesRule"
    let rule =
      try command.values(
        of: .option("rule"), expected: "the name of a rule, such as '\(example)'"
      ) { NamedRule($0) }.last ?? .everything
    guard rule.isAboutDefinitions || command.value("schema") != nil else {
      throw .missing(.argument(.option("schema")), path: command.path)
    }
    return rule
  }

  /// The object of `--root`; `nil` where that is not given.
  private func source(of command: ParsedCommand) throws(Failure) -> Subject.Source? {
    guard let path = command.value("root") else { return nil }
    switch Program.object(try InputFile.contents(of: path)) {
    case .success(let object): return .data(object)
    case .failure(let error): throw .noObject(path: path, reason: error.reason)
    }
  }

  private func subject(of command: ParsedCommand) throws(Failure) -> Result<Subject, SchemaErrors> {
    guard let path = command.value("schema") else { preconditionFailure("--schema is required") }
    let sdl = SourceText(bytes: try InputFile.contents(of: path))
    return Result { () throws(SchemaErrors) in try Subject(sdl) }
  }

  private func eachFile(
    of command: ParsedCommand, _ answer: (SourceText) -> Answer
  ) throws(Failure) -> Bool {
    var isValid = true
    for path in command.positionals("FILE") {
      let source = SourceText(bytes: try InputFile.contents(of: path))
      isValid = try give(answer(source)) && isValid
    }
    return isValid
  }

  private func give(_ answer: Answer) throws(Failure) -> Bool {
    try output.line(answer.text)
    return answer.isValid
  }

  /// The JSON object that the bytes hold; else what they are instead.
  private static func object(_ bytes: [UInt8]) -> Result<JSON, NoObject> {
    var parser = JSONParser()
    do throws(JSONSyntaxError) {
      let value = try parser.parse(bytes)
      guard case .object = value else { return .failure(NoObject(reason: "it is \(value.kind)")) }
      return .success(value)
    } catch {
      return .failure(
        NoObject(reason: "line \(error.line), column \(error.column): \(error.reason)"))
    }
  }

  /// Why bytes are no JSON object.
  private struct NoObject: Error {
    var reason: String
  }
}
