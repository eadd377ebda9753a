import DirectoryFiles
import Routing
import Time

/// What `check`, a reload and a start say of numbers that were learned while majord ran, and do nothing beside the files: those that the files
/// contradict, or have by now, and those of a client whom they do not have.
enum IdleNumberWarnings {
    /// - Parameters:
    ///   - table: The directory that is, or would be, in force, with the roster.
    ///   - path: Where the directory was read.
    static func findings(_ table: RoutingTable, path: String) -> [Finding] {
        table.idleNumbers.map { idle in
            let learned = idle.learned
            let number = learned.number
            let when = "by \(learned.enteredBy) on \(table.clock.day(of: learned.enteredAt))"
            let forget = "`majorctl number remove \(number)` forgets it"
            return switch idle.cause {
            case .contradicted(let client, let place):
                Finding(
                    .warning, at: place,
                    "\(number) is client `\(client)`'s here, which counts; \(said(learned.meaning)) \(when), and \(forget)"
                )
            case .inFiles(let place):
                Finding(.warning, at: place, "\(number) stands here by now; it was also entered \(when), and \(forget)")
            case .unknownClient(let client):
                Finding(
                    .warning, at: Place(file: path),
                    "there is no client `\(client)`, whose number \(number) was entered \(when); after the reload \(forget)"
                )
            }
        }
    }

    private static func said(_ meaning: LearnedNumber.Meaning) -> String {
        switch meaning {
        case .client(let client, _, _): "it was entered as client `\(client)`'s"
        case .refused: "it was refused"
        }
    }
}
