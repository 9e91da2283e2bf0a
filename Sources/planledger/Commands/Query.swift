internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Glibc
internal import GraphQL
internal import PlanAPI
internal import Projections

extension Session {
  /// `query`: answers a GraphQL document.
  func query(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let (name, text) = try document(command)
    guard let given = Session.variables(command.value("variables")) else {
      return try refuseVariables(command)
    }
    let variables = try setting(command.values("var"), in: given, of: text, command)
    if command.flag("explain") { return try explain(text, variables, command) }
    return try respond(
      to: text, named: name, variables, operation: command.value("operation"), command,
      paginates: command.flag("paginate"))
  }

  /// The document, from the command line, a file or standard input, and what messages call it.
  private func document(_ command: ParsedCommand) throws(Failure) -> (name: String, text: String) {
    let typed = command.positional("TEXT|FILE|-") ?? ""
    let isFile = unsafe typed == "-" || access(typed, F_OK) == 0
    guard isFile else {
      guard typed.contains("{") else {
        throw .told(
          "'\(typed)' is neither a file nor a GraphQL query. Example: planledger query "
            + "'{ plans { nodes { id status } } }'", .noInput)
      }
      return ("query", typed)
    }
    let bytes = try InputFile.contents(of: typed, limit: 1 << 20)
    let name = typed == "-" ? "standard input" : typed
    if let (column, byte) = invalidUTF8(bytes) {
      throw .told(
        "\(name): the byte 0x\(Hex.encode([byte]).uppercased()), after \(column - 1) characters, is "
          + "not valid UTF-8. Save the file as UTF-8.", .badData)
    }
    return (name, String(decoding: bytes, as: UTF8.self))
  }

  /// The object of `--variables`, without which there are none; `nil` where it is no JSON object.
  private static func variables(_ typed: String?) -> JSON? {
    guard let typed else { return .object([]) }
    var parser = JSONParser()
    guard let json = try? parser.parse(Array(typed.utf8)), case .object = json else { return nil }
    return json
  }

  /// Answers as a server does whose request carries no object of variables: an error, and no data.
  private func refuseVariables(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    let error = GraphQLError(
      refusal(
        "'--variables'", takes: "a JSON object of variables and values",
        not: command.value("variables") ?? "")
        + " Example: --variables '{\"plan\": \"DEMO-2021\"}'")
    if format(command) == .json {
      try output.bytes(Response.refused([error]).encoded())
      try output.line()
      try output.flush()
    }
    try tell(error, "query", "")
    return .foundFault
  }

  /// The variables with each `--var` over them.
  private func setting(
    _ pairs: [String], in given: JSON, of text: String, _ command: ParsedCommand
  ) throws(Failure) -> JSON {
    var variables = given
    let declared = Session.variableTypes(of: text)
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw .value(.option("var"), pair, takes: "NAME=VALUE", in: command)
      }
      let name = String(parts[0])
      if let declared, declared[name] == nil {
        throw .value(
          .option("var"), pair, takes: "a variable that the query declares, and its value",
          meant: closest(to: name, among: declared.keys.sorted()).map { "\($0)=\(parts[1])" },
          in: command)
      }
      let value = Session.variable(String(parts[1]), type: declared?[name])
      variables = variables.setting([name], to: value)
    }
    return variables
  }

  /// The variables that a document declares, with the names of their types; `nil` where it does not
  /// parse, which is told when it is answered.
  static func variableTypes(of text: String) -> [String: String]? {
    guard let document = try? parse(text) else { return nil }
    var types: [String: String] = [:]
    for case .operation(let operation) in document.definitions {
      for variable in operation.variables {
        types[variable.name.text] = variable.type.name.text
      }
    }
    return types
  }

  /// What was typed as JSON where its type is a number or a truth value, or it is a list or object.
  static func variable(_ typed: String, type: String?) -> JSON {
    let isLiteral =
      ["Int", "Float", "Boolean", "Long"].contains(type ?? "") || typed.hasPrefix("[")
      || typed.hasPrefix("{") || typed == "null"
    var parser = JSONParser()
    if isLiteral, let json = try? parser.parse(Array(typed.utf8)) { return json }
    return .string(typed)
  }
}
