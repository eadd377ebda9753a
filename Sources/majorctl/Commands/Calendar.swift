import ArgumentParser
import Foundation
import MajorAPI
import Terminal
import Time
import Wording

struct Calendar: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Show who is away in the twelve months to come, and who covers.",
        discussion: """
            Yours; of another agent, of one client, or of everybody (managers see that anyway), of whom the next \(NearFirstWords.weeks) weeks are \
            shown, and with --all twelve months. It is what calls would find, and never tells why somebody is away. For agents and managers.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "Another agent's, by id.", completion: Completion.agents)
    var agent: String?

    @Option(help: "Who covers for this client, by id.", completion: Completion.clients)
    var client: String?

    @Flag(help: "Everybody's.")
    var desk = false

    @Flag(help: "Of everybody, twelve months.")
    var all = false

    @Flag(help: "Print a calendar (iCalendar) that other programs read.")
    var ics = false

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        guard [agent != nil, client != nil, desk].count(where: \.self) <= 1 else {
            throw ValidationError(usage.oneOf(["--agent", "--client", "--desk"]))
        }
        guard !(ics && options.json) else { throw ValidationError(usage.oneOf(["--ics", "--json"])) }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        var agent = agent
        if agent == nil, client == nil, !desk { agent = try daemon.ask(DirectoryAPI.ListAgents()).you }
        try daemon.call(CalendarAPI.Show(agent: agent, client: client)) { reply in
            guard let zone = TimeZone(identifier: reply.timeZone), let now = LocalDateTime(rfc3339: reply.now) else {
                throw Failure.away(AwayWords(session.language).unknownZone(reply.timeZone))
            }
            let text = CalendarText(
                TimeWords(session.language, at: reply.now, in: reply.timeZone), ServiceClock(zone))
            if ics {
                let feed = text.feed(reply, product: "majord \(Version.text)", made: now.instant)
                session.print(feed, terminator: "")
            } else {
                let isDesk = client == nil && agent == nil
                let lines = text.lines(reply, ofClient: client != nil, isAll: all || !isDesk)
                for line in lines { session.printLine(line) }
            }
        }
    }
}
