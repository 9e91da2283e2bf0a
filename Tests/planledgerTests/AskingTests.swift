import Foundation
import Glibc
import Testing

@Suite("At a terminal")
struct AskingTests {
  /// Runs a command at a terminal of its own, where a person types those lines.
  private func type(
    _ lines: [String], to command: String, in place: Workplace
  ) throws -> (said: String, status: Int32) {
    // TIOCSPTLCK and TIOCGPTN of pty(7), macros that Swift does not import.
    let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number) = (Int32(0), Int32(0))
    try #require(master >= 0)
    defer { close(master) }
    let isReady = unsafe ioctl(master, unlock, &locked) == 0
    let isNumbered = unsafe ioctl(master, getNumber, &number) == 0
    try #require(isReady && isNumbered)
    let slave = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Workplace.executable)
    process.arguments = Workplace.words(command)
    process.currentDirectoryURL = URL(fileURLWithPath: place.folder)
    process.environment = ["PLANLEDGER_NOW": place.now]
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    // ^D at the end of what is typed.
    let typed = Array((lines.map { $0 + "\n" }.joined() + "\u{04}").utf8)
    let written = unsafe write(master, typed, typed.count)
    #expect(written == typed.count)
    try process.run()
    process.waitUntilExit()
    close(slave)
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(master, &buffer, buffer.count)
      if count <= 0 { break }
      said += buffer[..<count]
    }
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  @Test("what is missing is asked for, and a wrong answer again, with the sentence that says why")
  func again() throws {
    let place = try Workplace()
    try place.begin()
    let (said, status) = try type(
      ["", "2022-13", "2022-11"], to: "action deliver DEMO-2021/1.2", in: place)
    #expect(status == 0, "\(said)")
    #expect(said.contains("--on: When it happened.") && said.contains("'2022-13'"))
    #expect(said.contains("Recorded as no. 6 (DEMO-2021/1.2 delivered 2022-11)"))
    let verdict = try type(
      ["compleet", "completed", "2022"], to: "action assess DEMO-2021/1.2", in: place)
    #expect(verdict.status == 0, "\(verdict.said)")
    #expect(verdict.said.contains("Did you mean 'completed'?"))
    let code = try type(["1.3", "T", "DEMO-2021/1.3"], to: "action add --on 2022", in: place)
    #expect(code.status == 0 && code.said.contains("no. 8 (DEMO-2021/1.3"), "\(code.said)")
  }

  @Test("a mistake that was typed with the command ends it, and so does the end of the answers")
  func ends() throws {
    let place = try Workplace()
    try place.begin()
    let typed = try type(["x"], to: "action deliver DEMO-2021/1.2 --on 2022-13", in: place)
    #expect(typed.status == 2)
    let nothing = try type([], to: "action deliver DEMO-2021/1.2", in: place)
    #expect(nothing.status == 2 && nothing.said.contains("'--on' is missing"), "\(nothing.said)")
    let elsewhere = try place.run("action deliver DEMO-2021/1.2")
    #expect(elsewhere.status == 2 && elsewhere.err.contains("'--on' is missing"))
  }
}
