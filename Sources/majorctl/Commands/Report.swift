import ArgumentParser
import MajorAPI
import Routing
import Sheets
import Time
import Varlink
import Wording

struct Report: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show a month's figures, of one client or of all, for the team or to send to the client.",
        usage: """
            majorctl report [--client CLIENT] [--month MONTH… | --from MOMENT [--until MOMENT]] [--format FORMAT] [--language LANGUAGE]
            """,
        discussion: """
            majorctl report --month last month
            majorctl report --client noord --month 2026-11 --format html --language nl > noord.html

            Of this month where none is named. Each figure is defined in reports.md, beside majord's documentation. Agents see their clients, \
            managers all.
            """)

    enum Format: String, CaseIterable {
        case table, csv, json, html
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: "Only this client, by id, with a sheet of his own.", completion: Completion.clients)
    var client: String?

    @Option(
        parsing: .upToNextOption, help: "A month of the service's calendar, such as 2026-11, october or last month.")
    var month: [String] = []

    @Option(parsing: .upToNextOption, help: "From then on, such as monday.", completion: Completion.moments)
    var from: [String] = []

    @Option(parsing: .upToNextOption, help: "Until then; else until now.", completion: Completion.moments)
    var until: [String] = []

    @Option(
        help: "table, csv, json, or html: a page to print.", completion: .list(Format.allCases.map(\.rawValue)))
    var format: String?

    @Option(help: "Of table and page: nl or en.", completion: .list(Language.allCases.map(\.rawValue)))
    var language: String?

    func check(_ language: Language) throws {
        let usage = UsageWords(language)
        if let format, Format(rawValue: format) == nil {
            throw ValidationError(usage.words("--format", Format.allCases.map(\.rawValue)))
        }
        if options.json, format.map({ $0 != Format.json.rawValue }) == true {
            throw ValidationError(usage.oneOf(["--json", "--format"]))
        }
        if let named = self.language, Language(rawValue: named) == nil {
            throw ValidationError(usage.words("--language", Language.allCases.map(\.rawValue)))
        }
        if !month.isEmpty, !(from + until).isEmpty { throw ValidationError(usage.oneOf(["--month", "--from"])) }
        if from.isEmpty, !until.isEmpty { throw ValidationError(usage.needs("--until", "--from")) }
        // Which one it is, the service's clock says; whether it is one, any day does.
        if !month.isEmpty, CalendarMonth(words: month, on: CalendarDay(daysSince1970: 0)) == nil {
            throw ValidationError(usage.noMonth(month.joined(separator: " ")))
        }
    }

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let request = try request(daemon, session)
        var progress = ReportDisplay()
        defer { progress.clear() }
        let reply = try daemon.gather(request) { reply in
            guard case .object(let told) = reply["progress"],
                let standing: ReportsAPI.ReportProgress = try? told.decoded()
            else { return false }
            progress.note(standing)
            return true
        }
        progress.clear()
        let report: ReportsAPI.Report.Reply = try daemon.decode(reply)
        let language = language.flatMap(Language.init(rawValue:)) ?? session.language
        let time = TimeWords(language, at: report.made, in: report.timeZone)
        switch options.json ? .json : format.flatMap(Format.init(rawValue:)) ?? .table {
        case .json: session.printJSON(reply, of: ReportsAPI.Report.method)
        case .csv: session.print(ReportCSV.text(report), terminator: "")
        case .html:
            // It may be sent to somebody elsewhere, and says its zone once.
            let page = ReportPage.text(
                report, TimeWords(language, at: report.made, in: report.timeZone, saysZone: false))
            session.print(page, terminator: "")
        case .table: session.print(ReportText.lines(report, time, session.style))
        }
    }

    private func request(_ daemon: Daemon, _ session: Session) throws -> ReportsAPI.Report {
        if from.isEmpty, month.isEmpty { return ReportsAPI.Report(client: client) }
        let (reader, time) = try daemon.clock()
        if from.isEmpty {
            return ReportsAPI.Report(
                client: client, month: CalendarMonth(words: month, on: time.now.day)?.description)
        }
        let span = try PastSpan(
            from: from, until: until, longest: ReportPeriod.longest, reader, time, session)
        return ReportsAPI.Report(
            client: client, from: span.from.map(reader.clock.rfc3339),
            until: reader.clock.rfc3339(span.until ?? reader.now))
    }
}
