import MajorAPI
import Routing
import Sheets
import ShownText
import Time
import Wording

/// A forecast as a picture of characters: a row a client, a column a week, a character a day.
struct CoverageChart {
    /// The characters of the days; each stands for itself without its colour.
    enum Signs {
        /// Block characters.
        case blocks
        /// For terminals without them.
        case ascii

        func sign(_ day: ForecastDay) -> Character {
            switch (self, day) {
            case (_, .served(.nobody)): "!"
            case (_, .noAgreement): " "
            case (.blocks, .served(.both)): "█"
            case (.blocks, .served(.one)): "▄"
            case (.blocks, .served(.deputy)): "▒"
            case (.blocks, .closed): "·"
            case (.ascii, .served(.both)): "#"
            case (.ascii, .served(.one)): "-"
            case (.ascii, .served(.deputy)): "d"
            case (.ascii, .closed): "."
            }
        }
    }

    let signs: Signs
    /// How many columns there are; the names get what the weeks leave, and at least this many.
    let width: Int
    let style: Style
    let words: ForecastWords

    private static let narrowestName = 12
    /// Seven days and the blank before them.
    private static let week = 8

    func lines(_ report: CoverageReport) -> [String] {
        let first = report.firstDay.weekday.rawValue
        let weeks = (first + report.days + 6) / 7
        let perPanel = max(1, (width - Self.narrowestName) / Self.week)
        let clients = report.gapsFirst
        let longest = clients.map(\.clientName.displayWidth).max() ?? 0
        let room = width - min(weeks, perPanel) * Self.week
        let nameWidth = min(longest, max(room, Self.narrowestName))
        return stride(from: 0, to: weeks, by: perPanel).flatMap { start -> [String] in
            let panel = start..<min(start + perPanel, weeks)
            let rows = clients.map { client in
                let days = Array(repeating: ForecastDay.noAgreement, count: first) + client.shownDays
                return client.clientName.fitted(to: nameWidth)
                    + panel.map { " " + row(days.dropFirst($0 * 7).prefix(7)) }.joined()
            }
            return (start > 0 ? [""] : []) + head(panel, report, nameWidth) + rows.map(Self.trimmed)
        }
    }

    /// `█ both  ▄ one of the two  …`, with what occurs.
    func legend(_ report: CoverageReport) -> [String] {
        let shown = Set(report.clients.flatMap { Set($0.days) })
        let all: [(Character, ForecastDay)] =
            zip("bodn-", CoverState.allCases.map(ForecastDay.served) + [.closed]).map { ($0, $1) }
        let told = all.filter { shown.contains($0.0) }.map { _, day in
            "\(painted([day])) \(words.meaning(day))"
        }
        return [told.joined(separator: "  "), words.worst]
    }

    private func head(_ panel: Range<Int>, _ report: CoverageReport, _ nameWidth: Int) -> [String] {
        let monday = report.firstDay.advanced(by: -report.firstDay.weekday.rawValue)
        let mondays = panel.map { monday.advanced(by: $0 * 7) }
        let letters = Weekday.allCases.map(words.initial).joined()
        let margin = String(repeating: " ", count: nameWidth)
        return [mondays.map(words.week), mondays.map(words.shortDate), mondays.map { _ in letters }].map { row in
            Self.trimmed(margin + row.map { " " + $0.fitted(to: 7) }.joined())
        }
    }

    /// A week's days, with blanks where the forecast has ended.
    private func row(_ days: some Collection<ForecastDay>) -> String {
        painted(Array(days)) + String(repeating: " ", count: 7 - days.count)
    }

    /// Days that look alike are painted together.
    private func painted(_ days: [ForecastDay]) -> String {
        var text = ""
        var rest = days[...]
        while let day = rest.first {
            let alike = rest.prefix { $0 == day }
            rest = rest.dropFirst(alike.count)
            text += paint(String(repeating: signs.sign(day), count: alike.count), as: day)
        }
        return text
    }

    private func paint(_ text: String, as day: ForecastDay) -> String {
        switch day {
        case .served(.both): style.green(text)
        case .served(.one): style.yellow(text)
        case .served(.deputy): style.cyan(text)
        case .served(.nobody): style.red(text)
        case .closed, .noAgreement: text
        }
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
