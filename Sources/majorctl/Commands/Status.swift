import ArgumentParser
import MajorAPI
import Time
import Wording

struct Status: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show who is covered, who is there, and what is not as it should be; or one agent or client.",
        discussion: """
            Exit status 1: degraded (the files have errors, or the ledger cannot be used), or a client has nobody. What it is is \
            told first. Of one client: it has nobody.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "One agent or client, by id.", completion: Completion.either)
    var name: String?

    @Flag(help: "Draw it again after every change, until Ctrl-C; where no terminal is: a line for each change.")
    var watch = false

    @Flag(help: "Show also how each client stands; for agents, PBXs and managers.")
    var clients = false

    func check(_ language: Language) throws {
        if let name, watch || clients {
            throw ValidationError(UsageWords(language).ofAll(name))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        if let name { return try OneStatus(name, daemon, session).show() }
        let older = RosterAPI.Status(clients: clients ? true : nil)
        var request = older
        if session.language != .en { request.language = session.language.rawValue }
        if watch { return try follow(request, orOlder: older, daemon, session) }
        let status = try daemon.call(request, orOlder: older) { status in
            session.print(StatusText.lines(status, session.style, session.language))
        }
        if status.degraded || !status.uncovered.isEmpty { throw ExitCode(1) }
    }

    private func follow(
        _ request: RosterAPI.Status, orOlder older: RosterAPI.Status, _ daemon: Daemon, _ session: Session
    ) throws {
        var before: RosterAPI.Status.Reply?
        try daemon.stream(request, orOlder: older) { status in
            let lines = StatusText.lines(status, session.style, session.language)
            if session.redraws {
                let time = TimeWords(session.language, at: status.now, in: status.timeZone)
                let shown = [StatusChanges.clock(status, time)] + lines
                let text = StatusScreen.text(shown, rows: ReaderTerminal.rows, more: WhoIsWhoseWords(time).more)
                session.print((before == nil ? "\u{1B}[2J" : "") + text, terminator: "")
            } else if let before {
                session.print(StatusChanges(from: before, to: status, session.style, session.language).lines)
            } else {
                session.print(lines)
            }
            before = status
        }
    }
}
