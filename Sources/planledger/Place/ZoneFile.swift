internal import Arguments
internal import Events
internal import Glibc

/// Reads a time zone's rules from the machine's tz data.
enum ZoneFile {
  /// The folder of the tz data: `TZDIR` as the C library has it, else the usual one.
  private static var folder: String {
    environmentValue("TZDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo"
  }

  /// The rules of the zone of that name.
  ///
  /// - Throws: usage where there is no such zone; unavailable where the machine has no tz data.
  static func rules(of name: String, _ command: ParsedCommand) throws(Failure) -> TimeZoneRules {
    guard isName(name) else { throw unknown(name, command) }
    do throws(EventError) {
      if let bytes = try? InputFile.contents(of: folder + "/" + name, limit: 1 << 20),
        bytes.starts(with: Array("TZif".utf8))
      {
        return try TimeZoneRules(tzif: bytes)
      }
      if name == BuiltInZone.name { return try TimeZoneRules(tzif: BuiltInZone.bytes) }
    } catch {
      throw .told(
        "The rules of the time zone \(name) in \(folder) cannot be read: they are in no format of "
          + "RFC 9636 from version 2 on. Update the machine's tz data.", .unavailable)
    }
    guard unsafe access(folder + "/Europe", F_OK) == 0 else {
      throw .told(
        "This machine has no tz data in \(folder), so that of time zones only \(BuiltInZone.name) "
          + "is known. Install the package tzdata, or take that one.", .unavailable)
    }
    throw unknown(name, command)
  }

  /// Names have letters, digits and `_+-` between slashes: no way out of the folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
              UInt8(ascii: "-"):
              true
            default: false
            }
          }
      }
  }

  private static func unknown(_ name: String, _ command: ParsedCommand) -> Failure {
    let region = name.split(separator: "/").first.map(String.init) ?? ""
    let near = isName(name) ? closest(to: name, among: names(in: region) + ["UTC"]) : nil
    return .value(
      .option("time-zone"), name, takes: "the name of a time zone of the tz database",
      meant: near, in: command)
  }

  /// The zones of a region.
  private static func names(in region: String) -> [String] {
    guard let folder = unsafe opendir(self.folder + "/" + region) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(region + "/" + name) }
    }
    return names.sorted()
  }
}
