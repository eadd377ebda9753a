import Foundation
import Glibc

/// What the doctor can see of the machine as any user, majord or none. What hangs is what is looked for, so nothing is waited for long.
struct Machine: Sendable {
    struct File: Equatable {
        /// As `0660`.
        let mode: String
        let group: UInt32
    }

    /// What came of looking at a file or a folder.
    enum Look: Equatable {
        case found(File)
        case missing
        /// This user may not look there.
        case closed
    }

    struct Space: Equatable {
        let freeBytes: UInt64
        let freeInodes: UInt64
    }

    /// What a program prints, with its exit status; nil where there is none, or it takes longer than some seconds.
    let run: @Sendable ([String]) -> (status: Int32, output: String)?
    let file: @Sendable (String) -> Look
    /// Nil where there is no such folder.
    let space: @Sendable (String) -> Space?
    let mayRead: @Sendable (String) -> Bool

    static let this = Machine(run: runProgram, file: statFile, space: fileSystem) { access($0, R_OK | X_OK) == 0 }

    @Sendable private static func runProgram(_ words: [String]) -> (status: Int32, output: String)? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=1", "4"] + words
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // As timeout(1) has it: too late, killed, not to be run, not there.
        return [124, 137, 126, 127].contains(process.terminationStatus) ? nil : (process.terminationStatus, text)
    }

    @Sendable private static func statFile(_ path: String) -> Look {
        var found = stat()
        guard stat(path, &found) == 0 else { return errno == EACCES ? .closed : .missing }
        let digits = String(found.st_mode & 0o7777, radix: 8)
        return .found(File(mode: String(repeating: "0", count: max(0, 4 - digits.count)) + digits, group: found.st_gid))
    }

    @Sendable private static func fileSystem(_ path: String) -> Space? {
        var found = statvfs()
        guard statvfs(path, &found) == 0 else { return nil }
        return Space(
            freeBytes: UInt64(found.f_bavail) * UInt64(found.f_frsize), freeInodes: UInt64(found.f_favail))
    }
}
