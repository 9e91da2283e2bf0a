internal import Coding
internal import EventStore
internal import Events
internal import GraphQL
internal import PlanAPI
internal import Projections

/// The pages of one list of a document, asked one by one and joined.
///
/// As with `gh api --paginate`, the document gives the list `after: $endCursor` and asks for
/// `pageInfo { hasNextPage endCursor }`. All pages stand where the first one stood: what is recorded in
/// the meantime is in none of them.
struct Pages {
  let query: PlanQuery
  let text: String
  let operation: String?
  var defaults: ClockDefaults

  /// What is said where a document cannot be followed.
  static let noCursor = Failure.told(
    "'--paginate' follows the list that is given 'after: $endCursor'. Declare '$endCursor: String' in "
      + "the query, and ask for 'pageInfo { hasNextPage endCursor }'.", .usage)

  /// Where the next page of a list begins.
  struct Next {
    let path: [String]
    let cursor: String
  }

  func first(_ variables: JSON) throws(LedgerError) -> QueryAnswer {
    try query.run(text, variables: variables, operationName: operation, defaults: defaults)
  }

  func page(_ next: Next, _ variables: JSON) throws(LedgerError) -> QueryAnswer {
    try first(variables.setting(["endCursor"], to: .string(next.cursor)))
  }

  /// The page after an answer; `nil` where there is none.
  ///
  /// - Throws: the sentence for an answer with pages left of several lists, or of none that can be
  ///   followed.
  mutating func next(after response: JSON) throws(Failure) -> Next? {
    let open = Pages.lists(in: response["data"] ?? .null, [])
    guard let list = open.first(where: { $0.hasNext }) else {
      if open.isEmpty { throw Pages.noCursor }
      return nil
    }
    guard open.count == 1 else {
      let paths = open.map { "'\($0.path.joined(separator: "."))'" }.joined(separator: ", ")
      throw .told(
        "'--paginate' follows one list, and the answer has several: \(paths). Ask for one of them.",
        .usage)
    }
    guard let cursor = list.cursor, !list.path.contains("[]") else { throw Pages.noCursor }
    settle(at: response, field: list.path.first ?? "")
    return Next(path: list.path, cursor: cursor)
  }

  /// Lets further pages stand where the first one stood.
  private mutating func settle(at response: JSON, field: String) {
    guard let basis = response["extensions"]?["basis"]?[field] else { return }
    if let position = basis["position"]?.integer {
      defaults.recordedBy = .position(UInt64(position))
    }
    if let day = basis["effectiveAt"]?.string {
      defaults.effectiveAt = try? CoarseDate(parsing: day)
    }
  }

  /// The answer with the rows of a further page after its own.
  func joined(_ response: JSON, _ page: QueryAnswer, at path: [String]) throws(Failure) -> JSON {
    var parser = JSONParser()
    guard let further = try? parser.parse(page.bytes) else { return response }
    let list = ["data"] + path
    var joined = response
    for rows in ["nodes", "edges"] {
      guard let own = response.value(at: list + [rows])?.elements,
        let others = further.value(at: list + [rows])?.elements
      else { continue }
      joined = joined.setting((list + [rows])[...], to: .array(own + others))
    }
    let info = further.value(at: list + ["pageInfo"])
    joined = joined.setting((list + ["pageInfo"])[...], to: info)
    return Pages.rest(joined, on: further, field: path.first ?? "")
  }

  /// The answer resting on what a further page rests on too.
  private static func rest(_ response: JSON, on further: JSON, field: String) -> JSON {
    let basis = ["extensions", "basis", field]
    let classes = [response, further].flatMap {
      $0.value(at: basis + ["provenance"])?.elements ?? []
    }
    let known = Provenance.words.map(JSON.string).filter(classes.contains)
    var joined = response.setting((basis + ["provenance"])[...], to: .array(known))
    if further.value(at: basis + ["imprecise"]) == .bool(true) {
      joined = joined.setting((basis + ["imprecise"])[...], to: .bool(true))
    }
    return joined
  }

  /// The lists of which the answer says whether they go on; `[]` in a path is an element of a list.
  private static func lists(
    in json: JSON, _ path: [String]
  ) -> [(path: [String], hasNext: Bool, cursor: String?)] {
    if let elements = json.elements {
      return elements.flatMap { lists(in: $0, path + ["[]"]) }
    }
    var found: [(path: [String], hasNext: Bool, cursor: String?)] = []
    for member in json.members ?? [] {
      if member.name == "pageInfo" {
        let hasNext = member.value["hasNextPage"] == .bool(true)
        found.append((path, hasNext, member.value["endCursor"]?.string))
      } else {
        found += lists(in: member.value, path + [member.name])
      }
    }
    return found
  }
}

extension JSON {
  /// What stands at a path of members.
  fileprivate func value(at path: [String]) -> JSON? {
    path.reduce(self as JSON?) { $0?[$1] }
  }
}
