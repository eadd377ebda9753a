import MajorAPI
import Routing
import Time
import Wording

/// The drawings of a client's month, in SVG. Each is drawn twice, for paper and for a telephone; form alone carries what is meant, so that they can
/// be read in grey.
struct ReportDrawing {
    let words: ReportWords
    /// Across.
    let width: Int

    private var isWide: Bool { width > 500 }

    /// A drawing for paper and screens, and one for telephones.
    static func both(_ words: ReportWords, _ drawing: (ReportDrawing) -> String) -> String {
        """
        <div class="chart wide">\(drawing(ReportDrawing(words: words, width: 700)))</div>
        <div class="chart narrow">\(drawing(ReportDrawing(words: words, width: 352)))</div>
        """
    }

    private func svg(_ height: Int, _ label: String, _ body: [String]) -> String {
        """
        <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" aria-label="\(label.markup)">
        \(body.joined(separator: "\n"))
        </svg>
        """
    }

    private func text(_ x: Int, _ y: Int, _ text: String, _ kind: String = "small mid") -> String {
        "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\">\(text.markup)</text>"
    }

    private func box(_ kind: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
        "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
    }

    // Who answered.

    static func kind(_ part: ReportWords.Part) -> String {
        switch part {
        case .primary: "o"
        case .backup: "b"
        case .deputy: "d"
        case .callback: "dots"
        case .holder: "lines"
        case .overflow: "posts"
        case .noAnswer: "hollow"
        case .nobody: "n"
        case .abandoned: "cross"
        }
    }

    /// One bar with a piece for each part.
    func bar(_ parts: [(part: ReportWords.Part, count: Int)], _ label: String) -> String {
        let all = max(parts.reduce(0) { $0 + $1.count }, 1)
        var (body, before): ([String], Int) = ([], 0)
        for (part, count) in parts {
            let start = 1 + before * (width - 2) / all
            before += count
            let end = 1 + before * (width - 2) / all
            let piece = box(Self.kind(part), start, 18, max(end - start - 1, 1), 30)
            body.append("<g><title>\(words.part(part).markup): \(count)</title>\(piece)</g>")
            if end - start >= 18 { body.append(text((start + end) / 2, 13, "\(count)")) }
        }
        return svg(50, label, body)
    }

    static func key(_ part: ReportWords.Part, _ text: String) -> String {
        """
        <span class="key"><svg viewBox="0 0 22 16" width="22" height="16" aria-hidden="true"><rect class="\(kind(part))" x="1" y="1" width="20" \
        height="14"/></svg> \(text.markup)</span>
        """
    }

    // Seconds until the answer.

    /// Up to so many calls are dots.
    static let mostDots = 60
    /// What waits longer stands at the end.
    private static let longest = 120

    func waits(_ waits: [ReportsAPI.WaitCount], target: Int?, _ label: String) -> String {
        let last = min(max(waits.last?.seconds ?? 0, (target ?? 0) + 10, 30), Self.longest)
        let isDots = waits.reduce(0) { $0 + $1.calls } <= Self.mostDots
        let step = isDots ? 1 : 5
        var columns: [Int: Int] = [:]
        for wait in waits {
            let second = min(max(wait.seconds, 1), last)
            columns[(second - 1) / step, default: 0] += wait.calls
        }
        let most = max(columns.values.max() ?? 1, 1)
        let (left, room) = (6, width - 24)
        func place(_ second: Int) -> Int { left + second * room / last }
        let radius = min(max(room / last / 2 - 1, 2), 5)
        let height = isDots ? min(max(most * (radius * 2 + 1), 30), 150) : 90
        let floor = height + 18
        var body = columns.sorted { $0.key < $1.key }.flatMap { column, count -> [String] in
            let (start, end) = (place(column * step), place(min((column + 1) * step, last)))
            guard isDots else {
                let tall = max(count * height / most, 1)
                return [
                    box("o", start + 1, floor - tall, max(end - start - 2, 1), tall),
                    text((start + end) / 2, floor - tall - 4, "\(count)"),
                ]
            }
            return (0..<count).map { index in
                let y = floor - radius - 1 - index * min(radius * 2 + 1, height / most)
                return "<circle class=\"o\" cx=\"\(end)\" cy=\"\(y)\" r=\"\(radius)\"/>"
            }
        }
        body.append("<line class=\"c\" x1=\"\(left)\" y1=\"\(floor)\" x2=\"\(place(last))\" y2=\"\(floor)\"/>")
        for second in stride(from: 0, through: last, by: isWide || last <= 60 ? 10 : 20) {
            let isBeyond = second == last && (waits.last?.seconds ?? 0) > last
            body.append(text(place(second), floor + 14, "\(second)\(isBeyond ? "+" : "")"))
        }
        if let target, target <= last {
            let x = place(target) + (isDots ? radius + 1 : 0)
            body.append("<line class=\"target\" x1=\"\(x)\" y1=\"4\" x2=\"\(x)\" y2=\"\(floor)\"/>")
            body.append(text(x + 4, 12, "\(target) s", "small"))
        }
        return svg(floor + 20, label, body)
    }

    // Somebody there.

    /// A cell a day, a row for each 31 days.
    func strip(_ days: [Character], from first: CalendarDay, _ forecast: ForecastWords, _ label: String) -> String {
        let cell = (width - 8) / 31
        let rows = stride(from: 0, to: days.count, by: 31)
        var body: [String] = []
        for (row, start) in rows.enumerated() {
            for (place, letter) in days[start..<min(start + 31, days.count)].enumerated() {
                let (x, y) = (4 + place * cell, row * 46)
                let day = first.advanced(by: start + place)
                let shown = ForecastDay(letter: letter)
                let drawn =
                    shown.map { CoverageDrawing.cell($0, at: x, y + 16, width: cell) }
                    ?? box("coming", x + 1, y + 19, max(cell - 2, 2), 20)
                let meaning = shown.map { ": \(forecast.meaning($0))" } ?? ""
                body.append("<g><title>\("\(forecast.shortDate(day))\(meaning)".markup)</title>\(drawn)</g>")
                if place == 0 || day.weekday == .monday {
                    let isFirst = place == 0 && (rows.underestimatedCount > 1 || day.weekday != .monday)
                    guard place == 0 || place >= 3 else { continue }
                    let text = isFirst && rows.underestimatedCount > 1 ? forecast.shortDate(day) : "\(day.date.day)"
                    body.append(self.text(x + 1, y + 11, text, "small"))
                }
            }
        }
        return svg(max(rows.underestimatedCount, 1) * 46, label, body)
    }

    // Twelve months.

    func months(_ months: [ReportsAPI.ReportMonth], _ label: String) -> String {
        let most = max(months.map(\.calls).max() ?? 0, 1)
        let (column, height) = (width / max(months.count, 1), 60)
        let body = months.enumerated().flatMap { index, month -> [String] in
            let (x, middle) = (index * column, index * column + column / 2)
            let (all, answered) = (month.calls * height / most, month.answered * height / most)
            let name = CalendarMonth(text: month.month).map(words.shortMonth) ?? month.month
            var parts = [text(middle, 16 + height - all - 4, "\(month.calls)")]
            if month.calls > 0 {
                parts.append(box("b", x + column / 5, 16 + height - all, column * 3 / 5, max(all, 1)))
            }
            if answered > 0 { parts.append(box("o", x + column / 5, 16 + height - answered, column * 3 / 5, answered)) }
            return parts + [text(middle, height + 32, name)]
        }
        return svg(height + 36, label, body)
    }

    /// The patterns of this page beside the stripes.
    static let patterns = """
        <svg class="shared" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="ink" cx="3" cy="3" r="1.7"/></pattern>
        <pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><line class="inked" x1="0" y1="2" x2="5" y2="2"/></pattern>
        <pattern id="posts" width="6" height="6" patternUnits="userSpaceOnUse"><line class="warned" x1="3" y1="0" x2="3" y2="6"/></pattern>
        <pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse"><path class="warned" d="M0 0L7 7M7 0L0 7"/></pattern>
        </defs></svg>
        """

    static let styles = """
        svg .mid { text-anchor: middle; } .ink { fill: var(--phone); } .inked { stroke: var(--phone); stroke-width: 2; }
        .warned { stroke: var(--missed); stroke-width: 1.5; fill: none; }
        .dots { fill: url(#dots); stroke: var(--phone); } .lines { fill: url(#lines); stroke: var(--phone); }
        .posts { fill: url(#posts); stroke: var(--missed); } .cross { fill: url(#cross); stroke: var(--missed); }
        .hollow { fill: var(--page); stroke: var(--missed); } .coming { fill: none; stroke: var(--quiet); stroke-dasharray: 2 2; }
        .target { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 4 3; }
        """
}
