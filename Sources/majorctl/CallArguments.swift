import ArgumentParser
import Routing
import Time
import Wording

/// The call that a command asks about.
struct CallArguments: ParsableArguments {
    @Argument(help: "The caller's number, in any form.")
    var caller: String

    @Option(help: "The called number; else the exclusive number.")
    var called: String?

    @Option(help: "Who forwarded the call.")
    var diverter: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Another moment than now, such as \"monday 09:00\".",
            discussion: """
                Without a year, or a week, it is the next one for route, and for explain the last one of the past 31 days, else \
                the nearer of the last one and the next.
                """))
    var at: [String] = []

    /// The moment that is asked about, nil for now, and what is to be said of how it was read.
    ///
    /// - Parameter meaning: Which of several moments is meant.
    func moment(
        _ daemon: Daemon, _ session: Session,
        _ meaning: (MomentReader) -> ([String]) throws(MomentError) -> MomentReader.Understood
    ) throws -> (at: String?, remarks: [String]) {
        guard !at.isEmpty else { return (nil, []) }
        let (reader, time) = try daemon.clock()
        let read = try session.reading(time) { () throws(MomentError) in try meaning(reader)(at) }
        return (reader.clock.rfc3339(read.instant), read.remarks.map(time.text))
    }
}
