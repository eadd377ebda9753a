import Foundation
import Glibc
import Sockets

/// A file that is there with all of its content, or not at all: it has its name once that is on disk.
final class BackupFile {
    enum Failure: Error, Equatable {
        case isThere(path: String)
        case cannotWrite(path: String, cause: String)
        /// There is too little room for so many bytes.
        case noRoom(path: String, needed: Int, folder: String, free: Int)
    }

    private let path: String
    private let replaces: Bool
    private let folder: String
    /// The name that it has meanwhile; nil while it has none, so that it is gone however the program ends.
    private var temporary: String?
    private let descriptor: CInt
    /// How many bytes it is to have; 0: that is not known yet.
    private var expected = 0
    private var written = 0

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
        } else if errno != ENOENT {
            // A name that no file can have is told of before all is copied.
            throw Self.failure(path)
        }
        folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        // In the place of the ledger that majord has open, of its log or its lock, a copy would be the end of both.
        if path.split(separator: "/").last?.hasPrefix("ledger.sqlite") == true,
            access("\(folder)/ledger.sqlite.lock", F_OK) == 0
        {
            throw .cannotWrite(path: path, cause: "names in majord's own folder are the ledger's; name another file")
        }
        // What open(2) calls O_TMPFILE, and Swift does not know.
        let nameless = open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        if nameless >= 0 {
            descriptor = nameless
            return
        }
        // Not every file system has files without names. mkstemp(3) makes one for its owner alone.
        var name = Array("\(path).XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Self.failure(path) }
        temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// Takes how many bytes it is to have.
    ///
    /// - Throws: Where there is no room for so many, so that nobody waits for what cannot be.
    func expect(_ bytes: Int) throws(Failure) {
        guard bytes != expected else { return }
        expected = bytes
        if let free, free < bytes - written { throw noRoom(free) }
    }

    /// What is free where the file is; nil where that is not known.
    private var free: Int? {
        var found = statvfs()
        guard fstatvfs(descriptor, &found) == 0 else { return nil }
        return Int(
            clamping: UInt64(found.f_bavail).multipliedReportingOverflow(by: UInt64(found.f_frsize)).partialValue)
    }

    private func noRoom(_ free: Int) -> Failure {
        .noRoom(path: path, needed: max(expected, written), folder: folder, free: free + written)
    }

    /// What a disk without room is told as, and everything else.
    private func writeFailure() -> Failure {
        errno == ENOSPC ? noRoom(free ?? 0) : Self.failure(path)
    }

    func append(_ bytes: Data) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
                written += count
            } else if errno != EINTR {
                throw writeFailure()
            }
        }
    }

    /// Gives it its name.
    func finish() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw writeFailure() }
        if replaces {
            let name: String = if let temporary { temporary } else { try named() }
            guard rename(name, path) == 0 else { throw Self.failure(path) }
            temporary = nil
        } else {
            // Unlike rename(2), link(2) replaces nothing that has come meanwhile.
            try link(to: path)
        }
        let names = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard names >= 0 else { return }
        fsync(names)
        close(names)
    }

    private func named() throws(Failure) -> String {
        let name = "\(path).\(UInt32.random(in: .min ... .max))"
        try link(to: name)
        temporary = name
        return name
    }

    private func link(to name: String) throws(Failure) {
        let result =
            if let temporary {
                Glibc.link(temporary, name)
            } else {
                linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
            }
        guard result == 0 else { throw errno == EEXIST ? .isThere(path: path) : Self.failure(path) }
    }

    private static func failure(_ path: String) -> Failure {
        switch errno {
        case ENOENT, ENOTDIR: .cannotWrite(path: path, cause: "there is no such folder; create it first")
        case EACCES, EPERM: .cannotWrite(path: path, cause: "you may not create files in its folder")
        case let code: .cannotWrite(path: path, cause: "\(SystemError(code: code))")
        }
    }
}
