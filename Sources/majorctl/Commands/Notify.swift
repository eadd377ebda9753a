import ArgumentParser
import MajorAPI
import Time
import Wording

struct Notify: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify",
        abstract: "Run programs for what happens: majord-notify.service does.",
        usage: """
            majorctl notify [--folder FOLDER] [--limit SECONDS]
            majorctl notify --skip PROGRAM [--folder FOLDER]
            """,
        discussion: """
            Each executable file of the folder is run for each event, with its kind as argument and the event as one line of JSON on \
            standard input; once it has ended with status 0, majord keeps that it was told. One that fails is run again, after pauses of 1 second to \
            5 minutes; others do not wait for it. It goes on until it is ended.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "Where the programs are.", completion: .directory)
    var folder = "/etc/majord/notify.d"

    @Option(help: "After how many seconds a program is ended.")
    var limit = 60

    @Option(help: "Passes over all that this program was not told of yet, and ends.")
    var skip: String?

    private static let limits = 1...3_600

    func check(_ language: Language) throws {
        guard Self.limits.contains(limit) else {
            throw ValidationError(UsageWords(language).range("--limit", Self.limits))
        }
    }

    func run(_ session: Session) throws {
        let (programs, words) = (NotifyFolder(path: folder), NotifyWords(session.language))
        guard programs.isThere else { throw Failure.refused(words.noFolder(folder)) }
        if let skip {
            let names = programs.programs.map(\.name)
            guard names.contains(skip) else {
                throw Failure.refused(words.noProgram(skip, in: folder, known: names))
            }
            let daemon = try session.daemon()
            let newest = try daemon.ask(EventsAPI.List(limit: 1)).events.last?.event ?? 0
            try daemon.call(EventsAPI.NoteTold(program: skip, event: newest)) { _ in
                session.print(words.skipped(skip, newest))
            }
            return
        }
        var round = NotifyRound(
            programs, ProgramTurn.Limits(longest: .seconds(limit)), EventSource(session))
        try round.run()
    }
}
