import Glibc

@testable import Sockets

/// Runs `body` with the path of an empty directory in which it may make a file named `socket`.
func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/sockets-test-XXXXXX".utf8CString)
    guard let pointer = mkdtemp(&template) else { throw SystemError.current }
    let directory = String(cString: pointer)
    defer {
        unlink(directory + "/socket")
        rmdir(directory)
    }
    try body(directory)
}
