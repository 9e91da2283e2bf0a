internal import Coding

/// The members of a JSON object on their way to the fields that claim them, each once.
///
/// Names mostly come in the order in which they are asked for, so the search goes on where the last
/// one ended. What a name left behind, unknown or said twice, is seen at the end.
struct JSONMembers {
  private let members: [JSON.Member]
  private var taken: UInt64 = 0
  private var next = 0

  /// No object has so many fields: of one with more members, some are left behind in any case.
  private static let most = 64

  init(_ members: [JSON.Member]) { self.members = members }

  /// The value of the first member of that name; `nil` where there is none, or it is `null`.
  mutating func take(_ name: String) -> JSON? {
    let count = min(members.count, Self.most)
    for step in 0..<count {
      let index = next + step < count ? next + step : next + step - count
      guard taken & (1 << UInt64(index)) == 0, members[index].name == name else { continue }
      taken |= 1 << UInt64(index)
      next = index + 1 < count ? index + 1 : 0
      if case .null = members[index].value { return nil }
      return members[index].value
    }
    return nil
  }

  /// Refuses what nobody took.
  ///
  /// - Parameter known: the names that may stand in the object.
  func finish(known: @autoclosure () -> [String]) throws(EventError) {
    guard taken.nonzeroBitCount < members.count else { return }
    for (index, member) in members.enumerated()
    where index >= Self.most || taken & (1 << UInt64(index)) == 0 {
      let isRepeated = members[..<index].contains { $0.name == member.name }
      throw isRepeated
        ? .repeatedField(name: member.name) : .unknownField(name: member.name, known: known())
    }
  }
}
