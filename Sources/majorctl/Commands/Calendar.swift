import ArgumentParser
import Foundation
import MajorAPI
import Sheets
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

            --feed prints under which address the office's pages show it to other programs, which cannot log in: whoever has the address \
            reads who is away. --renew makes another one, and the old one opens nothing any more; so does --end, without another.
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

    @Flag(help: "Print the address at which other programs fetch it; of the desk, managers make it.")
    var feed = false

    @Flag(help: "Make the address, or another one.")
    var renew = false

    @Flag(help: "Take the address away.")
    var end = false

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        if renew || end {
            guard feed else { throw ValidationError(usage.goesWith(renew ? "--renew" : "--end", "--feed")) }
            guard renew != end else { throw ValidationError(usage.oneOf(["--renew", "--end"])) }
        }
        if feed, client != nil { throw ValidationError(usage.oneOf(["--client", "--feed"])) }
        if feed, ics { throw ValidationError(usage.oneOf(["--ics", "--feed"])) }
        guard [agent != nil, client != nil, desk].count(where: \.self) <= 1 else {
            throw ValidationError(usage.oneOf(["--agent", "--client", "--desk"]))
        }
        guard !(ics && options.json) else { throw ValidationError(usage.oneOf(["--ics", "--json"])) }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        guard !feed else { return try showAddress(daemon, session) }
        var agent = agent
        if agent == nil, client == nil, !desk { agent = try daemon.ask(DirectoryAPI.ListAgents()).you }
        try daemon.call(CalendarAPI.Show(agent: agent, client: client)) { reply in
            guard let zone = TimeZone(identifier: reply.timeZone) else {
                throw Failure.away(AwayWords(session.language).unknownZone(reply.timeZone))
            }
            let time = TimeWords(session.language, at: reply.now, in: reply.timeZone)
            if ics {
                let feed = CalendarFeed(time, ServiceClock(zone), product: "majord \(Version.text)")
                session.print(feed.text(reply), terminator: "")
            } else {
                let text = CalendarText(time)
                let isDesk = client == nil && agent == nil
                let lines = text.lines(reply, ofClient: client != nil, isAll: all || !isDesk)
                for line in lines { session.printLine(line) }
            }
        }
    }

    /// The path, below the pages' own address, which majord does not know.
    private func showAddress(_ daemon: Daemon, _ session: Session) throws {
        let request = CalendarAPI.FeedAddress(
            agent: agent, desk: desk ? true : nil, renew: renew ? true : nil, end: end ? true : nil)
        try daemon.call(request) { reply in
            session.print(reply.key.map { "/feeds/\($0).ics" } ?? CalendarWords(session.language).noFeed)
        }
    }
}
