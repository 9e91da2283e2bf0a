import EventStore
import Events
import LMDB
import Projections
import Testing

@Suite("What is stored of a stream is as docs/projections.md draws it")
struct StoredFormTests {
  @Test("a head and a block, byte by byte")
  func bytes() throws {
    let fixture = try TestLedger()
    let subject = "plan/P/action/1"
    try fixture.append([
      event(
        subject, "2022-01-10",
        .actionAdded(
          filled(.init()) {
            $0.title = title("Action")
            $0.lead = code("A")
          }), id: id(1)),
      event(subject, "2022-Q3", .actionStarted(.init()), id: id(2), published: "2022-10-01"),
    ])
    try fixture.append([
      event(
        subject, nil,
        .eventCorrected(
          filled(.init()) {
            $0.target = id(2)
            $0.effective = date("2022-08-15")
            $0.data = .actionStarted(.init())
          }), id: id(3))
    ])
    let name = "706c616e2f502f616374696f6e2f3100"
    let head = [
      "39a36f6c1bf18b81", "0100", "01000000",
      // From no. 1 on, something reported counts from 2022-01-10 on.
      "0100000000", "01", "3a4a0000",
      // Block 0 begins with the row of no. 1; something is believed from no. 1 on, and for ever.
      "013a4a0000", "0100000000", "0100000000", "00000000", "0100000000", "ffffffffff",
    ]
    let block = [
      "fe23c1564d27f47d", "0700", "05",
      // Through which row each line goes: added, started, running, coarse, about.
      "010100", "050300", "0a0500", "0c0600", "400700",
      // Day, position, type, attributes, precision, where the payload begins.
      "3a4a0000", "0100000000", "15", "31", "01", "7c00",
      // As corrected, on 2022-08-15, and as recorded, in 2022-Q3: on two lines, and on that of coarse
      // dates.
      "134b0000", "0200000000", "1b", "79", "01", "8600",
      "414b0000", "0200000000", "1b", "59", "03", "9600",
      "134b0000", "0200000000", "1b", "79", "01", "a600",
      "414b0000", "0200000000", "1b", "59", "03", "b600",
      "414b0000", "0200000000", "1b", "59", "03", "c600",
      // What is about no. 2.
      "00000000", "0200000000", "c9", "40", "00", "d600",
      // No reason; the body without its title: area, kind, lead, involved, deadline, origin, result.
      "00", "00", "00", "010141", "00", "00", "00", "00",
      // A span, the date on which it was said, and where only the day was corrected, the same body.
      "0300000000", "ffffffffff", "01424b0000", "00",
      "0200000000", "0300000000", "01424b0000", "00",
      "0300000000", "ffffffffff", "01424b0000", "00",
      "0200000000", "0300000000", "01424b0000", "00",
      "0200000000", "0300000000", "01424b0000", "00",
      "0300000000", "ffffffffff",
    ]
    let expected = [name: head.joined(), name + "00000000": block.joined()]
    #expect(try fixture.entries() == expected)
  }
}

extension TestLedger {
  /// All entries of the database that serves, in hexadecimal digits.
  fileprivate func entries() throws -> [String: String] {
    guard let database = try database() else { return [:] }
    let snapshot = try ledger.snapshot()
    var entries: [String: String] = [:]
    try snapshot.transaction.forEach(database) { key, value throws(LMDBError) in
      entries[hexadecimal(key)] = hexadecimal(value)
      return .more
    }
    return entries
  }

  private func hexadecimal(_ bytes: Span<UInt8>) -> String {
    bytes.indices.map { index in
      let digits = String(bytes[index], radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
