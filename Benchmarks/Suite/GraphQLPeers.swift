import Foundation

/// Another engine: a program that takes a workload and prints how many documents a second it does.
struct GraphQLPeer {
  let name: String
  let command: [String]
  /// What has to be there, as the set-up leaves it.
  let needs: [String]

  static let js = GraphQLPeer(
    name: "graphql-js, production", command: ["/usr/bin/node", folder + "peer.js"],
    needs: ["/usr/bin/node", "/usr/share/nodejs/graphql/index.js"])
  static let gqlparser = GraphQLPeer(
    name: "gqlparser, Go", command: [".build/peers/gqlparser"], needs: [".build/peers/gqlparser"])
  static let core = GraphQLPeer(
    name: "graphql-core, Python", command: [".build/peers/venv/bin/python", folder + "peer.py"],
    needs: [".build/peers/venv/bin/python"])

  private static let folder = "Benchmarks/Peers/graphql/"

  /// The documents a second of several runs; none where the peer is not installed.
  func rates(_ workload: GraphQLWorkload) throws -> [Double] {
    guard needs.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return [] }
    return try withFolder { folder in
      let documents = folder + "/documents.json"
      let schema = folder + "/schema.graphql"
      try JSONEncoder().encode(workload.documents).write(to: URL(fileURLWithPath: documents))
      try GraphQLDocuments.schema.write(toFile: schema, atomically: true, encoding: .utf8)
      let output = try run([
        workload.kind.rawValue, documents, schema, "\(workload.objects)", "\(workload.seconds)",
        "\(workload.runs)",
      ])
      return output.split(separator: "\n").compactMap { Double($0) }
    }
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = command.dropFirst() + arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "NODE_ENV": "production", "NODE_PATH": "/usr/share/nodejs",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: output, as: UTF8.self)
  }
}

/// What engines are asked to do, for how long.
struct GraphQLWorkload {
  enum Kind: String {
    case parse, validate, execute
  }

  var kind: Kind
  var documents: [String]
  /// How many objects a list has that is executed.
  var objects = 0
  /// How long a run lasts at least.
  var seconds: Double
  var runs: Int

  /// The documents a second that something does, a figure a run, after one that does not count.
  func rates(_ work: (String) throws -> Void) rethrows -> [Double] {
    var next = 0
    func rate() throws -> Double {
      var done = 0
      var elapsed = 0.0
      while elapsed < seconds {
        let count = max(1, done)
        elapsed += try planledger_bench.seconds {
          for _ in 0..<count {
            try work(documents[next % documents.count])
            next += 1
          }
        }
        done += count
      }
      return Double(done) / elapsed
    }
    _ = try rate()
    return try (0..<runs).map { _ in try rate() }
  }

  /// Ours first, then each of the peers, in some unit of which a document has so many.
  func measured(
    _ peers: [GraphQLPeer], unit: String, per document: Double, _ work: (String) throws -> Void
  ) throws -> [Measurement] {
    let ours = Measurement(
      name: "planledger's engine", unit: unit, figures: try rates(work).map { $0 * document })
    return try [ours]
      + peers.map { peer in
        Measurement(
          name: peer.name, unit: unit, figures: try peer.rates(self).map { $0 * document })
      }
  }
}
