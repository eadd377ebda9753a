import ArgumentParser
import MajorAPI
import Time
import Wording

struct Unknown: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "unknown",
        abstract: "Show who called the exclusive numbers and is nobody's.",
        discussion: """
            How often, when last, and the client whose number is most like his. Enter the number with majorctl number add, or \
            refuse it with majorctl number refuse. For managers.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(parsing: .upToNextOption, help: "Only calls since then, such as \"last monday\".")
    var since: [String] = []

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let start =
            since.isEmpty ? nil : try session.reading(time) { () throws(MomentError) in try reader.since(since) }
        try daemon.call(NumbersAPI.Unknown(since: (start?.instant).map(reader.clock.rfc3339))) { reply in
            session.print((start?.remarks ?? []).map(time.text))
            session.print(NumberText.lines(reply, time))
        }
    }
}
