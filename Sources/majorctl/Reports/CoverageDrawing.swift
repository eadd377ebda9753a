import MajorAPI
import Routing
import ShownText
import Time
import Wording

/// A forecast as an SVG chart: a row a client, a cell a day. Form alone carries what a cell means, so that it can be read in grey.
struct CoverageDrawing {
    private let report: CoverageReport
    private let words: ForecastWords
    private let time: TimeWords
    private let clients: [ReportsAPI.ClientCoverage]
    /// Where each day of the forecast begins, and where the last one ends.
    private let places: [Int]

    private static let (name, day, quietDay, gap, row, head) = (180, 22, 8, 4, 26, 48)
    /// What a name of average letters has room for.
    private static let nameLength = 22

    init(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) {
        self.report = report
        self.words = words
        self.time = time
        clients = report.gapsFirst
        let served = Set(
            clients.flatMap { client in
                client.shownDays.enumerated().compactMap { index, shown -> Weekday? in
                    guard case .served = shown else { return nil }
                    return report.firstDay.advanced(by: index).weekday
                }
            })
        var place = Self.name
        var places: [Int] = []
        for index in 0...report.days {
            let weekday = report.firstDay.advanced(by: index).weekday
            if weekday == .monday, index > 0 { place += Self.gap }
            places.append(place)
            let isQuiet = [.saturday, .sunday].contains(weekday) && !served.contains(weekday)
            place += isQuiet ? Self.quietDay : Self.day
        }
        self.places = places
    }

    var svg: String {
        let (width, height) = ((places.last ?? Self.name) + 2, Self.head + clients.count * Self.row + 4)
        let rows = clients.enumerated().map { index, client in
            "<g transform=\"translate(0 \(Self.head + index * Self.row))\">\n\(row(client))\n</g>"
        }
        let label = words.heading(from: report.firstDay, through: report.lastDay).markup
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
            aria-label="\(label)">
            \(Self.stripes)
            \(head.joined(separator: "\n"))
            \(rows.joined(separator: "\n"))
            </svg>
            """
    }

    /// Every kind of cell with its meaning.
    var legend: String {
        let days: [ForecastDay] = CoverState.allCases.map(ForecastDay.served) + [.closed]
        return days.map { day in
            """
            <span class="key"><svg width="26" height="26" aria-hidden="true">\(cell(day, at: 2, width: 22))</svg> \
            \(words.meaning(day).markup)</span>
            """
        }.joined(separator: "\n")
    }

    private static let stripes = """
        <defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <line class="stripe" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
        """

    /// The number of each week, its first day, and the letters of the days that are wide enough.
    private var head: [String] {
        (0..<report.days).flatMap { index -> [String] in
            let day = report.firstDay.advanced(by: index)
            var texts: [String] = []
            let x = places[index]
            if day.weekday == .monday || (index == 0 && day.weekday.rawValue < Weekday.friday.rawValue) {
                texts.append("<text x=\"\(x)\" y=\"14\">\(words.week(day).markup)</text>")
                texts.append(
                    "<text class=\"small\" x=\"\(x + 48)\" y=\"14\">\(words.shortDate(day).markup)</text>")
            }
            if width(index) >= Self.day {
                texts.append(
                    "<text class=\"small\" x=\"\(x + 6)\" y=\"36\">\(words.initial(day.weekday).markup)</text>")
            }
            return texts
        }
    }

    private func row(_ client: ReportsAPI.ClientCoverage) -> String {
        let name = client.clientName
        let fitted = name.displayWidth > Self.nameLength ? name.fitted(to: Self.nameLength) : name
        let cells = client.shownDays.prefix(report.days).enumerated().map { index, shown in
            let cell = cell(shown, at: places[index], width: width(index))
            // What is as it should be needs no words.
            guard case .served(let state) = shown, state != .both else { return cell }
            let day = report.firstDay.advanced(by: index).spoken(today: time.now.day, in: time.language)
            let title = "\(name), \(day): \(words.meaning(shown))".markup
            return "<g><title>\(title)</title>\(cell)</g>"
        }
        return "<text x=\"0\" y=\"17\"><title>\(name.markup)</title>\(fitted.markup)</text>\n" + cells.joined()
    }

    private func width(_ index: Int) -> Int {
        let next = places[index + 1]
        let isSunday = report.firstDay.advanced(by: index).weekday == .sunday
        return next - places[index] - (isSunday ? Self.gap : 0)
    }

    private func cell(_ shown: ForecastDay, at x: Int, width: Int) -> String {
        let inner = max(width - 2, 2)
        let middle = x + 1 + inner / 2
        func box(_ kind: String, _ y: Int, _ height: Int) -> String {
            "<rect class=\"\(kind)\" x=\"\(x + 1)\" y=\"\(y)\" width=\"\(inner)\" height=\"\(height)\"/>"
        }
        return switch shown {
        case .served(.both): box("b", 3, 20)
        case .served(.one): box("b", 3, 20) + box("o", 13, 10)
        case .served(.deputy): box("d", 3, 20)
        case .served(.nobody): box("n", 1, 24) + "<text class=\"mark\" x=\"\(middle)\" y=\"18\">!</text>"
        case .closed:
            "<line class=\"c\" x1=\"\(x + 1)\" y1=\"22\" x2=\"\(x + 1 + inner)\" y2=\"22\"/>"
        case .noAgreement: ""
        }
    }
}
