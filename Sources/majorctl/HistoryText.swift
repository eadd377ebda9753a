import MajorAPI
import Routing
import Sheets
import Time
import Wording

/// The roster's history in words.
enum HistoryText {
    static func line(_ change: RosterAPI.Change, _ time: TimeWords) -> String {
        let words = HistoryWords(time)
        guard let deed = RosterChange.Deed(rawValue: change.deed.word) else {
            return "\(time.time(change.at))  \(change.by)  \(change.deed.word)"
        }
        let (before, after) = (
            change.before.map { told($0, change, time) }, change.after.map { told($0, change, time) }
        )
        // What ended something leaves it as it was but for its end.
        let isSame = before == after
        // A case is told as it was opened; what becomes of it the deed says. What was cancelled before it began has no time left.
        return words.line(
            at: change.at, by: change.by, subject(change, deed), deed, detail(change, deed),
            before: isSame || before?.isEmpty == true || change.case != nil ? nil : before,
            after: after?.isEmpty == true || change.case != nil && deed != .opened ? nil : after,
            why: change.why)
    }

    /// What only lines before and after together tell.
    private static func detail(_ change: RosterAPI.Change, _ deed: RosterChange.Deed) -> HistoryWords.Detail? {
        switch deed {
        case .given: return (change.before?.agentName ?? change.before?.agent).map { .from($0) }
        case .excepted:
            let known = change.before?.series?.exceptions ?? []
            let new = (change.after?.series?.exceptions ?? []).filter { !known.contains($0) }
            guard new.count == 1, let day = CalendarDay(text: new[0].day) else { return nil }
            return new[0].until.flatMap { LocalDateTime(rfc3339: $0) }.map { .endedAt($0) } ?? .day(day)
        default: return nil
        }
    }

    private static func subject(_ change: RosterAPI.Change, _ deed: RosterChange.Deed) -> HistoryWords.Subject {
        let shape = change.after ?? change.before
        let name = change.agentName ?? "?"
        if let absence = change.absence {
            switch deed {
            case .requested, .approved, .declined, .withdrawn, .lapsed: return .request(absence, of: name)
            default: return .absence(shape?.kind.flatMap { Absence.Kind(rawValue: $0) }, absence, of: name)
            }
        }
        if let deputyship = change.deputyship {
            let post = DeputyWords.Post(agent: shape?.agentName ?? shape?.agent, client: change.clientName)
            return .deputyship(deputyship, of: name, post)
        }
        if let file = change.case { return .file(file, client: change.clientName ?? "?", holder: name) }
        if deed == .forgotten, let client = change.clientName { return .contact(change.number ?? "?", client: client) }
        return .number(change.number ?? "?", client: change.clientName)
    }

    private static func told(_ shape: RosterAPI.Shape, _ change: RosterAPI.Change, _ time: TimeWords) -> String {
        if change.number != nil, change.deed.word != RosterChange.Deed.refused.rawValue, shape.client == nil {
            return NumberWords(time.language).refused
        }
        return text(shape, time)
    }

    /// Whether a series was cancelled before it happened for the first time.
    private static func isOverBeforeItBegins(_ series: RosterAPI.Series, _ shape: RosterAPI.Shape) -> Bool {
        guard let until = shape.until, let end = LocalDateTime(rfc3339: until),
            let first = CalendarDay(text: series.firstDay), end.day <= first
        else { return false }
        let opens = series.weeklyHours?[first.weekday].first?.from ?? .startOfDay
        return end.day < first || end.time <= opens
    }

    /// When something was, and its note.
    private static func text(_ shape: RosterAPI.Shape, _ time: TimeWords) -> String {
        var text = ""
        if let series = shape.series, let rhythm = PlanningText.rhythm(series, until: shape.until, time) {
            text = isOverBeforeItBegins(series, shape) ? "" : rhythm
        } else if let from = shape.from, let until = shape.until {
            text = from == until ? "" : time.period(from: from, until: until)
        } else if let from = shape.from {
            text = "\(time.from(time.time(from))) \(time.untilFurtherNotice)"
        }
        let rest =
            [shape.reference, shape.contact, shape.function, shape.source].compactMap(\.self)
            + (shape.note.map { ["\"\($0)\""] } ?? [])
        return ([text].filter { !$0.isEmpty } + rest).joined(separator: ", ")
    }
}
