package import MajorAPI
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
    private let rows: [CoverageRow]
    private let more: More
    /// Those of the forecast that are drawn.
    private let days: Range<Int>
    /// Where each day of these begins, and where the last one ends.
    private let places: [Int]
    private let nameWidth: Int

    /// The narrowest and the widest column of names; what a letter takes, on the average.
    private static let (leastName, mostName, letter) = (180, 290, 8)

    /// What a page knows beside the forecast.
    package struct More {
        var links: CoverageLinks?
        /// Whether one of a client's pair has asked to be away on a day, by its place.
        var isAsked: (ReportsAPI.ClientCoverage, Int) -> Bool = { _, _ in false }

        package init() {}

        package init(links: CoverageLinks?, isAsked: @escaping (ReportsAPI.ClientCoverage, Int) -> Bool) {
            self.links = links
            self.isAsked = isAsked
        }
    }

    package init(
        _ report: CoverageReport, _ rows: [CoverageRow]? = nil, days: Range<Int>, _ layout: Layout,
        _ words: ForecastWords, _ time: TimeWords, _ more: More = More()
    ) {
        self.report = report
        self.words = words
        self.time = time
        self.layout = layout
        self.days = days.clamped(to: 0..<report.days)
        self.more = more
        self.rows = rows ?? report.rows
        let longest = self.rows.map { Self.label($0).displayWidth }.max() ?? 0
        nameWidth = layout == .wide ? min(max(longest * Self.letter + 12, Self.leastName), Self.mostName) : 0
        let served = Set(
            report.clients.flatMap { client in
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
    package static func panels(
        _ report: CoverageReport, _ rows: [CoverageRow]? = nil, _ words: ForecastWords, _ time: TimeWords,
        _ more: More = More()
    ) -> [String] {
        let weeks = 8
        let first = weeks * 7 - report.firstDay.weekday.rawValue
        let starts = [0] + Array(stride(from: first, to: report.days, by: weeks * 7))
        let panels = zip(starts, starts.dropFirst() + [report.days]).map {
            CoverageDrawing(report, rows, days: $0..<$1, .wide, words, time, more)
        }
        let width = panels.map(\.width).max() ?? 0
        return panels.map { $0.svg(width: width) }
    }

    private var width: Int { (places.last ?? nameWidth) + 2 }

    /// - Parameter wider: What it takes at the least.
    package func svg(width wider: Int = 0) -> String {
        let (width, height) = (max(width, wider), layout.head + rows.count * layout.row + 4)
        let rows = rows.enumerated().map { index, shown in
            "<g transform=\"translate(0 \(layout.head + index * layout.row))\">\n\(row(shown))\n</g>"
        }
        let (first, last) = (date(days.lowerBound), date(max(days.upperBound - 1, days.lowerBound)))
        return """
            <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="\(more.links == nil ? "img" : "group")" \
            aria-label="\(words.heading(from: first, through: last).markup)">
            \((holidays(height) + head).joined(separator: "\n"))
            \(rows.joined(separator: "\n"))\(now(height))
            </svg>
            """
    }

    /// Every kind of cell with its meaning.
    ///
    /// - Parameter hasAsked: Whether leave that is asked for is among them.
    package static func legend(_ words: ForecastWords, hasAsked: Bool = false) -> String {
        let days: [ForecastDay] = CoverState.allCases.map(ForecastDay.served) + [.closed]
        let asked =
            """
            \n<span class="key"><svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">\(asked(at: 2, 0, width: 22))</svg> \
            \(words.asked.markup)</span>
            """
        return days.map { day in
            """
            <span class="key"><svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">\(cell(day, at: 2, 0, width: 22))</svg> \
            \(words.meaning(day).markup)</span>
            """
        }.joined(separator: "\n") + (hasAsked ? asked : "")
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

    /// A dotted column for each holiday, named.
    private func holidays(_ height: Int) -> [String] {
        days.compactMap { index in
            report.holidays[index].map { name in
                """
                <rect class="h" x="\(place(index))" y="\(layout.head - 4)" width="\(width(index))" height="\(height - layout.head + 2)">\
                <title>\(name.markup)</title></rect>
                """
            }
        }
    }

    /// Where this moment is in the day that goes on.
    private func now(_ height: Int) -> String {
        guard days.contains(0) else { return "" }
        let x = place(0) + width(0) * time.now.millisecondOfDay / 86_400_000
        return "\n<line class=\"now\" x1=\"\(x)\" y1=\"\(layout.head - 6)\" x2=\"\(x)\" y2=\"\(height)\"/>"
    }

    private static func label(_ row: CoverageRow) -> String {
        row.clients.count == 1 ? row.first.clientName : "\(row.first.clientName) +\(row.clients.count - 1)"
    }

    private func row(_ row: CoverageRow) -> String {
        let shown = row.first.shownDays
        let cells = days.map { index in index < shown.count ? cell(shown[index], index, row) : "" }
        return name(row) + "\n" + cells.joined()
    }

    private func name(_ row: CoverageRow) -> String {
        let (name, others) = (row.first.clientName, row.clients.count - 1)
        let suffix = others > 0 ? " +\(others)" : ""
        let room = (layout == .wide ? nameWidth : layout.fullWeek) / Self.letter - 1 - suffix.count
        let fitted = (name.displayWidth > room ? name.fitted(to: room) : name) + suffix
        let all = row.clients.prefix(40).map(\.clientName).joined(separator: ", ")
        let label =
            "<text x=\"0\" y=\"\(layout == .wide ? 17 : 15)\"><title>\(all.markup)</title>\(fitted.markup)</text>"
        return more.links.map { "<a href=\"\($0.client(row.first.client).markup)\">\(label)</a>" } ?? label
    }

    private func cell(_ shown: ForecastDay, _ index: Int, _ row: CoverageRow) -> String {
        guard case .served(let state) = shown else {
            return Self.cell(shown, at: place(index), layout.cells, width: width(index))
        }
        var cell = halves(state, index, row.first)
        if isOneThing(state, index, row.first) { cell += mark(state, index, row.first) }
        let isAsked = more.isAsked(row.first, index)
        if isAsked { cell += Self.asked(at: place(index), layout.cells, width: width(index)) }
        let day = date(index).spoken(today: time.now.day, in: time.language)
        let name = row.clients.prefix(5).map(\.clientName).joined(separator: ", ")
        let meaning = words.meaning(shown) + (isAsked ? ", \(words.asked)" : "")
        let title = "\(name), \(day): \(meaning)".markup
        // What is as it should be needs no words.
        if state != .both || isAsked { cell = "<g><title>\(title)</title>\(cell)</g>" }
        guard let links = more.links else { return cell }
        let address = links.day(row.first.client, index).markup
        // Those who go by keys come to gaps and names alone: the rest stands in the table.
        return state == .nobody
            ? "<a href=\"\(address)\" aria-label=\"\(title)\">\(cell)</a>"
            : "<a href=\"\(address)\" tabindex=\"-1\" aria-hidden=\"true\">\(cell)</a>"
    }

    /// A day before and after noon, each with the worst of it; where there is no room for two, the day.
    private func halves(_ state: CoverState, _ index: Int, _ client: ReportsAPI.ClientCoverage) -> String {
        let (x, width) = (place(index), width(index))
        let (before, after) = (
            worst(state, index, client, isMorning: true), worst(state, index, client, isMorning: false)
        )
        guard before != after, width >= 20 else {
            return Self.cell(.served(state), at: x, layout.cells, width: width)
        }
        return Self.cell(.served(before), at: x, layout.cells, width: width / 2)
            + Self.cell(.served(after), at: x + width / 2, layout.cells, width: width - width / 2)
    }

    private func isOneThing(_ state: CoverState, _ index: Int, _ client: ReportsAPI.ClientCoverage) -> Bool {
        worst(state, index, client, isMorning: true) == worst(state, index, client, isMorning: false)
    }

    /// - Parameter state: The worst of the day.
    private func worst(
        _ state: CoverState, _ index: Int, _ client: ReportsAPI.ClientCoverage, isMorning: Bool
    ) -> CoverState {
        let day = date(index)
        let (midnight, noon, next) = ("\(day)T00:00", "\(day)T12:00", "\(day.advanced(by: 1))T00:00")
        // Moments of one zone stand in their order as texts do.
        func overlapping(_ start: String, _ end: String) -> [ReportsAPI.CoverageStretch] {
            client.stretches.filter { $0.from.prefix(16) < end && $0.until.prefix(16) > start }
        }
        guard !overlapping(midnight, next).isEmpty else { return state }
        let there = isMorning ? overlapping(midnight, noon) : overlapping(noon, next)
        return [CoverState.nobody, .deputy, .one].first { one in there.contains { $0.cover == one } } ?? .both
    }

    /// Who is there alone, where there is room for it.
    private func mark(_ state: CoverState, _ index: Int, _ client: ReportsAPI.ClientCoverage) -> String {
        guard width(index) >= 24, state == .one || state == .deputy else { return "" }
        let day = "\(date(index))"
        let there = client.stretches.filter {
            $0.cover == state && $0.from.prefix(10) <= day && $0.until.prefix(10) >= day
        }
        let names = Set(there.map(\.agents))
        let initials = names.count == 1 ? names.first?.first.map { Self.initials(report.name($0)) } : nil
        let text = [state == .deputy ? words.deputyMark : nil, initials].compactMap(\.self).joined(separator: " ")
        guard !text.isEmpty else { return "" }
        let kind = state == .deputy ? "who plain" : "who"
        return
            "<text class=\"\(kind)\" x=\"\(place(index) + width(index) / 2)\" y=\"\(layout.cells + (state == .deputy ? 18 : 22))\">\(text.markup)</text>"
    }

    private func width(_ index: Int) -> Int {
        let isLast = date(index).weekday == .sunday && index + 1 < days.upperBound
        return place(index + 1) - place(index) - (isLast ? layout.gap : 0)
    }
}
