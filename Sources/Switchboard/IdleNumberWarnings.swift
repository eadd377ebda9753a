import DirectoryFiles
import Routing
import Time
import Wording

/// What `check`, a reload and a start say of numbers that were learned while majord ran, and do nothing beside the files: those that the files
/// contradict, or have by now, and those of a client whom they do not have.
enum IdleNumberWarnings {
    /// - Parameters:
    ///   - table: The directory that is, or would be, in force, with the roster.
    ///   - running: What is in force until a reload; nil: nothing else is.
    ///   - path: Where the directory was read.
    static func findings(_ table: RoutingTable, running: RoutingTable?, path: String) -> [Finding] {
        table.idleNumbers.map { idle in
            let place: Place =
                switch idle.cause {
                case .contradicted(_, let place), .inFiles(let place): place
                case .unknownClient: Place(file: path)
                }
            let number = idle.learned.number
            // Whoever asks reads which number it is; the journal has it as the directory says.
            let logged = PartyWords().party(.number(number), table.directory.settings.logNumbers)
            return Finding(
                .warning, at: place,
                text(idle, "\(number)", "`majorctl number remove \(number)` forgets it", running, table.clock),
                inJournal: text(
                    idle, logged, "`majorctl check` tells which, `majorctl number remove` forgets it",
                    running, table.clock))
        }
    }

    private static func text(
        _ idle: IdleNumber, _ known: String?, _ forget: String, _ running: RoutingTable?, _ clock: ServiceClock
    ) -> String {
        let (learned, number) = (idle.learned, known ?? "a number")
        let when = "by \(learned.enteredBy) on \(clock.day(of: learned.enteredAt))"
        return switch idle.cause {
        case .contradicted(let client, _):
            "\(number) is client `\(client)`'s here, which counts; \(said(learned.meaning)) \(when), and \(forget)"
        case .inFiles: "\(number) stands here by now; it was also entered \(when), and \(forget)"
        case .unknownClient(let client):
            "there is no client `\(client)`, whose number\(known.map { " \($0)" } ?? "") was entered \(when); "
                + "\(running?.client(client) != nil ? "after the reload " : "")\(forget)"
        }
    }

    private static func said(_ meaning: LearnedNumber.Meaning) -> String {
        switch meaning {
        case .client(let client, _, _): "it was entered as client `\(client)`'s"
        case .refused: "it was refused"
        }
    }
}
