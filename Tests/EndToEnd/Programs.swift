import Foundation
import Testing

/// The programs under test and the folders around them.
enum Programs {
    /// Where the build put the programs: beside the test bundle.
    static let products: URL = {
        var url = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while url.pathComponents.count > 1,
            !FileManager.default.isExecutableFile(atPath: url.appending(path: "majord").path)
        {
            url.deleteLastPathComponent()
        }
        return url
    }()

    static let majord = products.appending(path: "majord").path
    /// The link that `make build` makes, too.
    static let majorctl: String = {
        let link = products.appending(path: "majorctl").path
        let files = FileManager.default
        if (try? files.destinationOfSymbolicLink(atPath: link)) != "majord" {
            try? files.removeItem(atPath: link)
            try? files.createSymbolicLink(atPath: link, withDestinationPath: "majord")
        }
        return link
    }()
    /// A Python with the published Redis and Varlink clients; `make peers` makes it.
    /// PyPI's redis before 8, which speaks RESP2 unless it is told otherwise.
    static let olderRedis = repository.appending(path: ".build/peers/redis-7").path
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
