internal import Glibc

exit(Session.run(CommandLine.arguments.dropFirst().map { $0 }))
