import Foundation
import Testing

@Suite("Cases on standard input")
struct BatchProcessTests {
  @Test("every line is answered with one, also those that are no case, and the status is 0")
  func everyLine() throws {
    let lines = [
      (#"{"op":"parse","source":"{a}"}"#, #"{"ok":true}"#), ("nonsense", "not JSON"),
      ("[1]", "an array, where an object is wanted"), ("", "nothing to read"),
      (#"{"op":"fly"}"#, #"no op \"fly\""#), (#"{"source":"{a}"}"#, #"\"op\" is missing"#),
      (#"{"op":"parse","source":7}"#, "a number, and takes a string"),
      (#"{"op":"validate","source":"{a}"}"#, #"\"schema\" is missing"#),
      (
        #"{"op":"validate","schema":"type Query{a:Int}","source":"{a}","rule":"Odd"}"#,
        #"no rule \"Odd\""#
      ),
      (
        #"{"op":"validate","source":"{a}","rule":"ScalarLeavesRule"}"#,
        #"no rule \"ScalarLeavesRule\". Did you mean \"ScalarLeafsRule\"?"#
      ),
      (
        #"{"op":"validateSchema","schema":"type A{a:Int}","rule":"ScalarLeafsRule"}"#,
        #"no rule \"ScalarLeafsRule\" about schemas"#
      ),
      (#"{"op":"validateSchema","schema":"type A{a:Int}"}"#, #"{"ok":false,"schemaErrors":["#),
      (
        #"{"op":"exec","schema":"type Query{a:Int}","source":"{a}","variables":[]}"#,
        "takes an object"
      ),
      (
        #"{"op":"exec","schema":"type Query{a:Int}","source":"{a}","operationName":"X"}"#,
        #"{"errors":[{"message":"The document has no operation"#
      ),
      (
        #"{"op":"exec","schema":"type Query{a:Int}","source":"{a}","root":{"a":1}}"#,
        #"{"data":{"a":1}}"#
      ),
    ]
    // Without a line feed after the last.
    let input = lines.map(\.0).joined(separator: "\n")
    let result = try Workbench().run(["batch"], stdin: input)
    let answers = result.out.split(separator: "\n")
    #expect(answers.count == lines.count && result.status == 0 && result.err == "")
    for (line, answer) in zip(lines, answers) {
      #expect(answer.contains(line.1), "\(line.0)")
      let value = try JSONSerialization.jsonObject(with: Data(answer.utf8))
      #expect(value is [String: Any])
    }
  }

  @Test("a wiring resolves requests that have no root of their own")
  func wiring() throws {
    let result = try Workbench().run(
      ["batch", "--wiring", "conformance"],
      stdin: """
        {"op":"exec","schema":"type Query{a:Int}","source":"{a}"}
        {"op":"exec","schema":"type Query{a:Int}","source":"{a}","root":{"a":9}}
        """)
    #expect(result.out == "{\"data\":{\"a\":2}}\n{\"data\":{\"a\":9}}\n")
  }

  @Test("an answer comes before the next line is sent")
  func conversation() throws {
    let process = Workbench.process(["batch"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for _ in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"op\":\"parse\"}\n".utf8))
      let answer = output.fileHandleForReading.availableData
      #expect(String(decoding: answer, as: UTF8.self).hasSuffix("is missing\"}]}\n"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("a reader that goes away ends the program without a complaint")
  func brokenPipe() throws {
    let process = Workbench.process(["batch"])
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try output.fileHandleForWriting.close()
    try output.fileHandleForReading.close()
    try input.fileHandleForWriting.write(contentsOf: Data("{\"op\":\"parse\"}\n".utf8))
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test("a full device is an error of its own")
  func fullDevice() throws {
    let process = Workbench.process(["parse", "/dev/null"])
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let message = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(message.contains("No space left"))
  }
}
