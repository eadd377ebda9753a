import MajorAPI
import Routing
import ShownText
import Time
package import Wording

/// Some days of a forecast as an SVG chart: a row a client, a cell a day. Form alone carries what a cell means, so that it can be read in grey.
package struct CoverageDrawing {
    /// How the days are laid out.
    package enum Layout {
        /// Names stand before the rows, and a weekend without service is narrow.
        case wide
        /// For a telephone: names stand above the rows.
        case narrow

        var day: Int { self == .wide ? 22 : 64 }
        var quietDay: Int { self == .wide ? 8 : 19 }
        /// What a week of seven days with service takes.
        var fullWeek: Int { self == .wide ? 154 : 358 }
        /// Between two weeks.
        var gap: Int { self == .wide ? 4 : 0 }
        var row: Int { self == .wide ? 26 : 46 }
        /// From a row's top to its cells'.
        var cells: Int { self == .wide ? 0 : 20 }
        var head: Int { self == .wide ? 48 : 24 }
    }

    private let report: CoverageReport
    private let words: ForecastWords
    private let time: TimeWords
    private let layout: Layout
    private let clients: [ReportsAPI.ClientCoverage]
    /// Those of the forecast that are drawn.
    private let days: Range<Int>
    /// Where each day of these begins, and where the last one ends.
    private let places: [Int]
    private let nameWidth: Int

    /// The narrowest and the widest column of names; what a letter takes, on the average.
    private static let (leastName, mostName, letter) = (180, 290, 8)

    package init(
        _ report: CoverageReport, days: Range<Int>, _ layout: Layout, _ words: ForecastWords, _ time: TimeWords
    ) {
        self.report = report
        self.words = words
        self.time = time
        self.layout = layout
        self.days = days.clamped(to: 0..<report.days)
        clients = report.gapsFirst
        let longest = clients.map(\.clientName.displayWidth).max() ?? 0
        nameWidth = layout == .wide ? min(max(longest * Self.letter + 12, Self.leastName), Self.mostName) : 0
        let served = Set(
            clients.flatMap { client in
                client.shownDays.enumerated().compactMap { index, shown -> Weekday? in
                    guard case .served = shown else { return nil }
                    return report.firstDay.advanced(by: index).weekday
                }
            })
        let quiet: Set<Weekday> = Set([.saturday, .sunday]).subtracting(served)
        let width = quiet.isEmpty ? min(layout.day, layout.fullWeek / 7) : layout.day
        var places = [nameWidth]
        for index in self.days {
            let weekday = report.firstDay.advanced(by: index).weekday
            let gap = weekday == .sunday && index + 1 < self.days.upperBound ? layout.gap : 0
            places.append((places.last ?? 0) + (quiet.contains(weekday) ? layout.quietDay : width) + gap)
        }
        self.places = places
    }

    /// Eight weeks of the forecast after each other, as they fit on a screen and on paper, all of them in one scale.
    package static func panels(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) -> [String] {
        let weeks = 8
        let first = weeks * 7 - report.firstDay.weekday.rawValue
        let starts = [0] + Array(stride(from: first, to: report.days, by: weeks * 7))
        let panels = zip(starts, starts.dropFirst() + [report.days]).map {
            CoverageDrawing(report, days: $0..<$1, .wide, words, time)
        }
        let width = panels.map(\.width).max() ?? 0
        return panels.map { $0.svg(width: width) }
    }

    private var width: Int { (places.last ?? nameWidth) + 2 }

    /// - Parameter wider: What it takes at the least.
    package func svg(width wider: Int = 0) -> String {
        let (width, height) = (max(width, wider), layout.head + clients.count * layout.row + 4)
        let rows = clients.enumerated().map { index, client in
            "<g transform=\"translate(0 \(layout.head + index * layout.row))\">\n\(row(client))\n</g>"
        }
        let (first, last) = (date(days.lowerBound), date(max(days.upperBound - 1, days.lowerBound)))
        return """
            <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
            aria-label="\(words.heading(from: first, through: last).markup)">
            \(head.joined(separator: "\n"))
            \(rows.joined(separator: "\n"))
            </svg>
            """
    }

    /// Every kind of cell with its meaning.
    package static func legend(_ words: ForecastWords) -> String {
        let days: [ForecastDay] = CoverState.allCases.map(ForecastDay.served) + [.closed]
        return days.map { day in
            """
            <span class="key"><svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">\(cell(day, at: 2, 0, width: 22))</svg> \
            \(words.meaning(day).markup)</span>
            """
        }.joined(separator: "\n")
    }

    /// What all drawings of a page share; it is never hidden, or nothing that refers to it would be drawn.
    package static let stripes = """
        <svg class="shared" width="0" height="0" aria-hidden="true"><defs><pattern id="stripes" width="6" height="6" \
        patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="stripe" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>
        """

    private func date(_ index: Int) -> CalendarDay { report.firstDay.advanced(by: index) }

    private func place(_ index: Int) -> Int { places[index - days.lowerBound] }

    /// The number of each week with its first day, and the letters of the days that are wide enough.
    private var head: [String] {
        days.flatMap { index -> [String] in
            let (day, x) = (date(index), place(index))
            guard layout == .wide else {
                let number = width(index) >= layout.day / 2 ? " \(day.date.day)" : ""
                return [text("small", x + 2, 14, words.initial(day.weekday) + number)]
            }
            var texts: [String] = []
            if day.weekday == .monday || index == days.lowerBound {
                let end = days.first { $0 > index && date($0).weekday == .monday } ?? days.upperBound
                let room = place(end) - x
                if room >= 46 { texts.append(text(nil, x, 14, words.week(day))) }
                if room >= 96 { texts.append(text("small", x + 48, 14, words.shortDate(day))) }
            }
            return texts + (width(index) >= 20 ? [text("small", x + 6, 36, words.initial(day.weekday))] : [])
        }
    }

    private func text(_ kind: String?, _ x: Int, _ y: Int, _ text: String) -> String {
        "<text\(kind.map { " class=\"\($0)\"" } ?? "") x=\"\(x)\" y=\"\(y)\">\(text.markup)</text>"
    }

    private func row(_ client: ReportsAPI.ClientCoverage) -> String {
        let name = client.clientName
        let room = (layout == .wide ? nameWidth : layout.fullWeek) / Self.letter - 1
        let fitted = name.displayWidth > room ? name.fitted(to: room) : name
        let shown = client.shownDays
        let cells = days.map { index -> String in
            guard index < shown.count else { return "" }
            let cell = Self.cell(shown[index], at: place(index), layout.cells, width: width(index))
            // What is as it should be needs no words.
            guard case .served(let state) = shown[index], state != .both else { return cell }
            let day = date(index).spoken(today: time.now.day, in: time.language)
            let title = "\(name), \(day): \(words.meaning(shown[index]))".markup
            return "<g><title>\(title)</title>\(cell)</g>"
        }
        let label =
            "<text x=\"0\" y=\"\(layout == .wide ? 17 : 15)\"><title>\(name.markup)</title>\(fitted.markup)</text>"
        return label + "\n" + cells.joined()
    }

    private func width(_ index: Int) -> Int {
        let isLast = date(index).weekday == .sunday && index + 1 < days.upperBound
        return place(index + 1) - place(index) - (isLast ? layout.gap : 0)
    }

    static func cell(_ shown: ForecastDay, at x: Int, _ y: Int, width: Int) -> String {
        let inner = max(width - 2, 2)
        let middle = x + 1 + inner / 2
        func box(_ kind: String, _ top: Int, _ height: Int) -> String {
            "<rect class=\"\(kind)\" x=\"\(x + 1)\" y=\"\(y + top)\" width=\"\(inner)\" height=\"\(height)\"/>"
        }
        return switch shown {
        case .served(.both): box("b", 3, 20)
        case .served(.one): box("b", 3, 20) + box("o", 13, 10)
        case .served(.deputy): box("d", 3, 20)
        case .served(.nobody): box("n", 1, 24) + "<text class=\"mark\" x=\"\(middle)\" y=\"\(y + 18)\">!</text>"
        case .closed:
            "<line class=\"c\" x1=\"\(x + 1)\" y1=\"\(y + 22)\" x2=\"\(x + 1 + inner)\" y2=\"\(y + 22)\"/>"
        case .noAgreement: ""
        }
    }
}
