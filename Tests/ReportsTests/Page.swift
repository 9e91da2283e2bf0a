import Foundation
import FoundationXML
import Testing

/// A page as a reader of XML sees it.
final class Page: NSObject, XMLParserDelegate {
  /// An element on the way from the root to where the reader stands.
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  /// The text of each element of a name, in the order of their ends.
  private(set) var texts: [String: [String]] = [:]
  private var open: [(name: String, text: String)] = []
  private var failure: String?

  init(_ page: String) throws {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(isWellFormed, "\(failure ?? "") at line \(parser.lineNumber)")
  }

  var text: String { texts["html"]?.first ?? "" }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
    open.append((name, ""))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    for index in open.indices { open[index].text += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let closed = open.removeLast()
    texts[name, default: []].append(closed.text)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    failure = "\(error)"
  }
}
