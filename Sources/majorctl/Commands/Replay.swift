import ArgumentParser
import MajorAPI
import Time
import Varlink
import Wording

struct Replay: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Show which calls would have gone elsewhere with another directory.",
        usage: "majorctl replay --directory DIRECTORY [--from MOMENT] [--until MOMENT] [--then]",
        discussion: """
            Decides the calls that are recorded again, with the files of a directory, such as a changed copy of /etc/majord, and the roster \
            as it was at the moment of each call. Who was on the phone, had called back or could not be reached is as it was then. Exit \
            status 1 where any would go elsewhere. For managers.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The folder or file to decide with.", completion: .file())
    var directory: String

    @Option(
        parsing: .upToNextOption, help: "Only calls since then, such as 1 november.", completion: Completion.moments)
    var from: [String] = []

    @Option(parsing: .upToNextOption, help: "Only calls before then.", completion: Completion.moments)
    var until: [String] = []

    @Flag(help: "Also those that go elsewhere only where the first phone does not answer.")
    var then = false

    func run(_ session: Session) throws {
        let texts = try DirectoryTexts(directory, session.language)
        let daemon = try session.daemon()
        let (reader, time) = try daemon.clock()
        let span = try PastSpan(from: from, until: until, reader, time, session)
        let request = DirectoryAPI.Replay(
            path: texts.path, files: texts.files, from: span.from.map(reader.clock.rfc3339),
            until: span.until.map(reader.clock.rfc3339),
            then: then ? true : nil)
        var (display, list) = (ReplayDisplay(session.language), ReplayList())
        var last: DirectoryAPI.Replay.Reply?
        do {
            defer { display.clear() }
            try daemon.follow(request) { reply, told in
                if session.options.json {
                    guard case .array(let calls) = told["calls"] else { return }
                    for case .object(let call) in calls { session.printJSON(call, as: "MovedCall", of: Request.method) }
                } else {
                    for call in reply.calls { list.add(call) }
                }
                display.note(looked: reply.looked, of: reply.of, moved: reply.moved, at: .now)
                last = reply
            }
        }
        guard let last else { throw Failure.away(AwayWords(session.language).ended) }
        if !session.options.json {
            for finding in last.warnings { session.print(FindingText.line(finding, session.style)) }
            session.print(list.lines(time, session.style))
            session.print(
                ReplayWords(session.language).summary(
                    looked: last.looked, moved: last.moved, then: last.movedThen, skipped: last.skipped))
        }
        if last.moved > 0 || then && last.movedThen > 0 { throw ExitCode(1) }
    }

    private typealias Request = DirectoryAPI.Replay
}
