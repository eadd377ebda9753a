import Foundation
import Testing

/// The programs under test and the folders around them.
enum Programs {
    /// Where the build put the programs: beside the test bundle.
    static let products: URL = {
        var url = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while url.pathComponents.count > 1, !FileManager.default.isExecutableFile(atPath: url.appending(path: "majord").path) {
            url.deleteLastPathComponent()
        }
        return url
    }()

    static let majord = products.appending(path: "majord").path
    static let majorctl = products.appending(path: "majorctl").path
    /// A Python with the published Redis and Varlink clients; `make peers` makes it.
    static let python = repository.appending(path: ".build/peers/bin/python").path

    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let scenarios = repository.appending(path: "Tests/EndToEnd/sipp").path
}

/// A program that has ended.
struct Ended: Sendable {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A program that runs; it is ended when nobody holds it any more.
final class Running {
    let process = Process()
    private let output: URL
    private let errors: URL

    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil,
        folder: URL
    ) throws {
        let name = UUID().uuidString
        output = folder.appending(path: "\(name).out")
        errors = folder.appending(path: "\(name).err")
        for file in [output, errors] { try Data().write(to: file) }
        process.executableURL = URL(filePath: program.hasPrefix("/") ? program : "/usr/bin/env")
        process.arguments = program.hasPrefix("/") ? arguments : [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let file = folder.appending(path: "\(name).in")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var outputText: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    var errorText: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits for its end; one that takes longer is killed and counts as failed.
    func ended(within limit: Duration = .seconds(60)) throws -> Ended {
        let deadline = ContinuousClock.now + limit
        while process.isRunning {
            guard ContinuousClock.now < deadline else {
                signal(SIGKILL)
                process.waitUntilExit()
                throw Overdue(what: "\(process.arguments ?? []) did not end within \(limit): \(errorText)")
            }
            usleep(2_000)
        }
        process.waitUntilExit()
        return Ended(status: process.terminationStatus, output: outputText, errors: errorText)
    }
}

/// Something that should have happened did not.
struct Overdue: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
}

/// Waits until a condition holds.
func eventually(
    _ what: String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool
) throws {
    let deadline = ContinuousClock.now + limit
    while try !condition() {
        guard ContinuousClock.now < deadline else { throw Overdue(what: "not in time: \(what)") }
        usleep(5_000)
    }
}
