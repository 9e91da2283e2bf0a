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

  /// The page after one; `nil` where there is none.
  ///
  /// - Throws: the sentence for an answer with pages left of several lists, or of none that can be
  ///   followed.
  mutating func next(after page: JSON) throws(Failure) -> Next? {
    let open = Pages.lists(in: page["data"] ?? .null, [])
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
    settle(at: page, field: list.path.first ?? "")
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

/// The pages of a list made one answer: the first with the rows of the others behind its own.
struct JoinedPages {
  private var first: JSON
  private var list: [String] = []
  private var rows: [String: [JSON]] = [:]

  private static let ways = ["nodes", "edges"]

  init(_ first: JSON) { self.first = first }

  /// Adds a further page of the list at a path.
  ///
  /// - Complexity: O(rows of the page).
  mutating func add(_ page: JSON, at path: [String]) {
    list = ["data"] + path
    for way in Self.ways {
      guard let others = page.value(at: list + [way])?.elements else { continue }
      if rows[way] == nil { rows[way] = first.value(at: list + [way])?.elements }
      rows[way]?.append(contentsOf: others)
    }
    first = first.setting((list + ["pageInfo"])[...], to: page.value(at: list + ["pageInfo"]))
    rest(on: page, field: path.first ?? "")
  }

  /// The one answer.
  var whole: JSON {
    Self.ways.reduce(first) { whole, way in
      guard let rows = rows[way] else { return whole }
      return whole.setting((list + [way])[...], to: .array(rows))
    }
  }

  /// The answer rests on what a further page rests on too.
  private mutating func rest(on page: JSON, field: String) {
    let basis = ["extensions", "basis", field]
    let classes = [first, page].flatMap {
      $0.value(at: basis + ["provenance"])?.elements ?? []
    }
    let known = Provenance.words.map(JSON.string).filter(classes.contains)
    first = first.setting((basis + ["provenance"])[...], to: .array(known))
    if page.value(at: basis + ["imprecise"]) == .bool(true) {
      first = first.setting((basis + ["imprecise"])[...], to: .bool(true))
    }
  }
}

extension JSON {
  /// What stands at a path of members.
  fileprivate func value(at path: [String]) -> JSON? {
    path.reduce(self as JSON?) { $0?[$1] }
  }
}
