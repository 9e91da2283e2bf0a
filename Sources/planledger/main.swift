internal import Glibc

exit(Session.run())
