import Coding
import Foundation
import PlanAPI
import Testing

@Suite("The guide's examples answer")
struct GuideTests {
  /// What stands between ```graphql and ``` in the guide.
  static let examples: [String] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/query-guide.md")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```graphql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }()

  @Test("Each is answered without an error, and with something in it", arguments: examples)
  func answers(_ question: String) throws {
    let answer = try Fixture.shared.get().json(question)
    #expect(answer["errors"] == nil)
    for member in answer["data"]?.members ?? [] {
      #expect(Self.isFull(member.value), "\(member.name) is empty")
    }
    #expect(answer["data"] != nil)
  }

  @Test("There are examples")
  func count() { #expect(Self.examples.count >= 8) }

  /// Whether a list in the answer, where there is any, has something in it.
  static func isFull(_ json: JSON) -> Bool {
    switch json {
    case .array(let elements): !elements.isEmpty
    case .object(let members):
      members.filter { ["nodes", "groupBy"].contains($0.name) }.allSatisfy { isFull($0.value) }
        && members.filter { !["nodes", "groupBy", "totalCount"].contains($0.name) }
          .allSatisfy { isFull($0.value) || $0.value.elements != nil }
    case .null: false
    default: true
    }
  }
}
