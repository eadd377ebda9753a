import Foundation
import Glibc
import Sockets

/// A file that is there with all of its content, or not at all: it has its name once that is on disk.
final class BackupFile {
    enum Failure: Error, Equatable {
        case isThere(path: String)
        case cannotWrite(path: String, cause: String)
    }

    private let path: String
    private let replaces: Bool
    private let temporary: String
    private let descriptor: CInt
    private var isDone = false

    /// - Parameter replaces: Whether a file that is there may be replaced.
    init(_ path: String, replaces: Bool) throws(Failure) {
        self.path = path
        self.replaces = replaces
        var existing = stat()
        if lstat(path, &existing) == 0 {
            guard replaces else { throw .isThere(path: path) }
            guard existing.st_mode & S_IFMT == S_IFREG else {
                throw .cannotWrite(path: path, cause: "it is no regular file; name another one")
            }
        }
        // mkstemp(3) makes it for its owner alone.
        var name = Array("\(path).XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isDone { unlink(temporary) }
    }

    func append(_ bytes: Data) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw Self.failure(path)
            }
        }
    }

    /// Gives it its name.
    func finish() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
        if replaces {
            guard rename(temporary, path) == 0 else { throw Self.failure(path) }
            isDone = true
        } else {
            // Unlike rename(2), link(2) replaces nothing that has come meanwhile.
            guard link(temporary, path) == 0 else {
                throw errno == EEXIST ? .isThere(path: path) : Self.failure(path)
            }
        }
        let folder = open(
            path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".",
            O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static func failure(_ path: String) -> Failure {
        switch errno {
        case ENOENT, ENOTDIR: .cannotWrite(path: path, cause: "there is no such folder; create it first")
        case EACCES, EPERM: .cannotWrite(path: path, cause: "you may not create files in its folder")
        case let code: .cannotWrite(path: path, cause: "\(SystemError(code: code))")
        }
    }
}
