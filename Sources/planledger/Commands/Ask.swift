internal import Arguments
internal import Coding
internal import EventStore
internal import Events
internal import Projections

extension Session {
  /// `ask`: lists the named questions, or answers one.
  func ask(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    guard let name = command.positional("QUESTION") else { return try listQuestions(command) }
    guard let question = Question.named(name) else {
      let hint = closest(to: name, among: Question.all.map(\.name))
      throw .value(
        .positional("QUESTION"), name, takes: "one of the questions that 'planledger ask' lists",
        meant: hint, in: command)
    }
    return try ask(question, command)
  }

  /// `agenda`: what is due.
  func agenda(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    try ask(.due, command)
  }

  /// Answers a question, or shows the query that it is.
  private func ask(_ question: Question, _ command: ParsedCommand) throws(Failure) -> ExitStatus {
    if command.flag("show") {
      try output.text(question.text + "\n")
      return .done
    }
    let variables = try variables(of: question, command)
    return try respond(
      to: question.text, named: question.name, variables, command, titles: question.titles,
      paginates: question.text.contains("$endCursor"))
  }

  private func listQuestions(_ command: ParsedCommand) throws(Failure) -> ExitStatus {
    if command.flag("show") {
      throw .told("Which question? 'planledger ask' lists them.", .usage)
    }
    var table = Table([
      Table.Column("question", "Question"), Table.Column("words", "Answers"),
      Table.Column("options", "Options"),
    ])
    for question in Question.all {
      let options = question.options.map { $0.isRequired ? "--\($0.option)" : "[--\($0.option)]" }
      table.add([
        Table.Cell(question.name), Table.Cell(question.words),
        Table.Cell(options.joined(separator: " ")),
      ])
    }
    var answer = Answer()
    answer.sections = [Answer.Section("questions", nil, table)]
    answer.footers = [
      "'planledger ask QUESTION' answers one; with --show it prints the GraphQL query that it is."
    ]
    try answer.print(
      format(command), to: output, width: terminal.width, hasColour: hasColour(command))
    return .done
  }

  /// The values of a question's variables: of its options, and of what can be told without them.
  private func variables(
    of question: Question, _ command: ParsedCommand
  ) throws(Failure) -> JSON {
    let own = question.options.map(\.option)
    for option in Question.options where command.gives(option) && !own.contains(option) {
      throw .told(
        "'--\(option)' is no option of the question '\(question.name)'"
          + (own.isEmpty
            ? ", which has none."
            : "; it takes \(own.map { "'--\($0)'" }.joined(separator: ", "))."),
        .usage)
    }
    var variables = JSON.object([])
    let types = Session.variableTypes(of: question.text) ?? [:]
    for parameter in question.options {
      guard let typed = command.value(parameter.option) else {
        guard parameter.isRequired else { continue }
        guard parameter.option == "plan" else {
          throw .told(
            "The question '\(question.name)' needs '--\(parameter.option)'. Example: planledger ask "
              + "\(question.name) --\(parameter.option) \(Question.example(of: parameter.option))",
            .usage)
        }
        variables = variables.setting(["plan"], to: .string(try onlyPlan(command)))
        continue
      }
      let value = try Session.value(
        typed, of: parameter, type: types[parameter.variable], command)
      variables = variables.setting([parameter.variable], to: value)
    }
    if types["known"] != nil, let day = variables["day"] {
      variables = variables.setting(["known"], to: day)
    }
    if let plan = variables["plan"]?.string { try check(plan, .option("plan"), command) }
    for plan in variables["plans"]?.elements ?? [] {
      try check(plan.string ?? "", .option("plans"), command)
    }
    return variables
  }

  /// The value of an option as its variable takes it.
  private static func value(
    _ typed: String, of parameter: Question.Parameter, type: String?, _ command: ParsedCommand
  ) throws(Failure) -> JSON {
    switch parameter.option {
    case "plans": return .array(typed.split(separator: ",").map { .string(String($0)) })
    case "urgency":
      let words = typed.uppercased().split(separator: ",").map { String($0) }
      guard !words.isEmpty, words.allSatisfy(Urgency.words.contains) else {
        throw .value(
          .option("urgency"), typed,
          takes: "words of \(Urgency.words.map(kebabCase).joined(separator: ", ")), with commas "
            + "between them", in: command)
      }
      return .array(words.map(JSON.string))
    case "of": return .string(StreamID.expanded(typed))
    case "by", "until":
      guard (try? CoarseDate(parsing: typed)) != nil else {
        throw .value(
          .option(parameter.option), typed, takes: "a date such as 2022-12-31, 2022-Q4 or 2022",
          in: command)
      }
      return .string(typed)
    default: break
    }
    if type == "Int" {
      guard let number = Int32(typed), number >= 0 else {
        throw .value(
          .option(parameter.option), typed, takes: "a whole number from 0 on", in: command)
      }
      return .number(String(number))
    }
    return .string(typed)
  }

  /// The one plan in sight.
  private func onlyPlan(_ command: ParsedCommand) throws(Failure) -> String {
    let standpoint = try standpoint(command)
    let plans = try ledgerCall { () throws(LedgerError) in try standpoint.ledger.plans() }
    if plans.count == 1 { return plans[0].state.id.description }
    let ids = plans.prefix(5).map(\.state.id.description).joined(separator: ", ")
    throw .told(
      plans.isEmpty
        ? "No plan is in sight then." : "Which plan? Say '--plan'. Plans then: \(ids).",
      plans.isEmpty ? .badData : .usage)
  }

  /// That there is such a plan.
  private func check(
    _ plan: String, _ option: ArgumentName, _ command: ParsedCommand
  ) throws(Failure) {
    _ = try standpoint(command).plan(plan, option, command)
  }
}

extension Question {
  /// The options of all questions.
  static var options: [String] {
    all.flatMap(\.options).map(\.option).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// A value that can be copied.
  static func example(of option: String) -> String {
    switch option {
    case "area": "PREVENTION"
    case "by": "2025-01-28"
    case "of": "DEMO-2021/1.2"
    case "plans": "DEMO-2021,DEMO-2024"
    default: "DEMO-2021"
    }
  }
}
