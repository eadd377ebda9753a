import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct Coverage: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show who is to be there for each client, day by day, and where nobody is.",
        discussion: """
            majorctl coverage --weeks 26
            majorctl coverage --client noord
            majorctl coverage --html > coverage.html

            From today on, by whole weeks. A day shows the worst that is to come in service that day. Exit status 1: a client has \
            nobody at some time. Agents and managers see all clients; anybody else reads who is uncovered.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "How many weeks, this one included.")
    var weeks = 8

    @Option(help: "Only this client, by id, with who is there when.", completion: Completion.clients)
    var client: String?

    @Option(
        help: "Only clients for whom this agent stands, by id, with who is there when.", completion: Completion.agents)
    var agent: String?

    @Flag(help: "Write an iCalendar file: gaps, and days on which one is there alone.")
    var ics = false

    @Flag(help: "Write a page with a chart.")
    var html = false

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        if [ics, html, options.json].count(where: { $0 }) > 1 {
            throw ValidationError(usage.oneOf(["--json", "--ics", "--html"]))
        }
        guard ForecastPeriod.weeks.contains(weeks) else {
            throw ValidationError(usage.range("--weeks", ForecastPeriod.weeks))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let reply = try daemon.gather(request)
        guard let report = CoverageReport(try daemon.decode(reply)) else {
            throw Failure.away(AwayWords(session.language).otherVersion(missing: "days"))
        }
        if options.json {
            session.printJSON(reply, of: ReportsAPI.Coverage.method)
        } else {
            session.print(text(report, session.terminal, session.style, session.language), terminator: "")
        }
        if !report.uncovered.isEmpty { throw ExitCode(1) }
    }

    private var isDetailed: Bool { client != nil || agent != nil }

    var request: ReportsAPI.Coverage {
        ReportsAPI.Coverage(
            weeks: weeks, client: client, agent: agent,
            details: isDetailed || ics || html || options.json ? true : nil)
    }

    /// What is printed, with the ends of its lines.
    func text(_ report: CoverageReport, _ terminal: ReaderTerminal, _ style: Style, _ language: Language) -> String {
        let time = TimeWords(language, at: report.now.rfc3339, in: report.timeZone)
        if ics { return CoverageFeed.text(report, time) }
        if html { return CoveragePage.text(report, time) }
        let chart = CoverageChart(
            signs: terminal.hasBlocks ? .blocks : .ascii, width: terminal.width, style: style,
            words: ForecastWords(language))
        return CoverageText.lines(report, chart, isDetailed: isDetailed, time).map { "\($0)\n" }.joined()
    }
}
