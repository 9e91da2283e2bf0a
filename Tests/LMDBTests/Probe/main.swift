// Another process for the tests of `LMDB`: `lmdb-probe <what> <directory> [<count>]`. It says `ready`
// when it holds what it was asked to hold, and ends when its input does, or when it is killed.
import Glibc
import LMDB

let arguments = CommandLine.arguments
let path = arguments[2]

func waitForEnd() {
  print("ready")
  fflush(nil)
  while readLine() != nil {}
}

switch arguments[1] {
case "hold-reader":
  let environment = try Environment.open(path: path, mode: .readOnly)
  let snapshot = try environment.beginRead()
  waitForEnd()
  _ = consume snapshot

case "hold-writer":
  let environment = try Environment.open(path: path, mode: .readWrite)
  try environment.write { transaction throws(LMDBError) in
    let database = try transaction.database("held")
    try transaction.put(database, [1], [1])
    waitForEnd()
  }

case "grow":
  let environment = try Environment.open(path: path, mode: .readWrite, initialMapBytes: 1 << 20)
  let database = try environment.database("grown")
  let value = [UInt8](repeating: 7, count: 1000)
  try environment.write { transaction throws(LMDBError) in
    for index in 0..<Int(arguments[3])! {
      let key = (0..<4).map { UInt8(truncatingIfNeeded: index >> (24 - 8 * $0)) }
      try transaction.put(database, key, value)
    }
  }
  waitForEnd()

default:
  exit(64)
}
