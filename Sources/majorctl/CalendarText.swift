import MajorAPI
import Sheets
import Time
import Wording

/// Who is away and who covers, for a terminal.
struct CalendarText {
    private let time: TimeWords
    private let words: CalendarWords

    init(_ time: TimeWords) {
        self.time = time
        words = CalendarWords(time.language)
    }

    /// - Parameter isAll: Whether all that was told is shown; else what begins in the next weeks.
    func lines(_ reply: CalendarAPI.Show.Reply, ofClient isOfClient: Bool, isAll: Bool = true) -> [String] {
        let lastDays = (reply.lastDays ?? []).map { last in
            "\(day(last.day).spelled(in: time.language).capitalizingFirst): \(words.lastDay(last.agentName))"
        }
        let stale = (reply.stale ?? []).map { stale in
            "\(stale.agentName): \(words.stale(stale.source, stale.read.map(time.time)))"
        }
        return planned(reply, ofClient: isOfClient, isAll) + lastDays + stale + (isOfClient ? [] : standings(reply))
    }

    /// How the calendars are read from which leave comes: of one agent; of all, those alone of which something stays as people have left it.
    private func standings(_ reply: CalendarAPI.Show.Reply) -> [String] {
        let stale = Set((reply.stale ?? []).map { [$0.agent, $0.source] })
        return (reply.calendars ?? []).filter { reply.name != nil || !$0.kept.isEmpty }.flatMap { calendar in
            let standing = words.standing(
                calendar.source, read: calendar.read.map(time.time), changed: calendar.changed.map(time.time))
            let told = stale.contains([calendar.agent, calendar.source]) ? [] : ["\(calendar.agentName): \(standing)"]
            let kept = calendar.kept.isEmpty ? [] : [words.kept(calendar.kept, calendar.source, of: calendar.agent)]
            return told + kept.map { "  \($0)" }
        }
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(text: text) ?? CalendarDay(daysSince1970: 0) }

    private func planned(_ reply: CalendarAPI.Show.Reply, ofClient isOfClient: Bool, _ isAll: Bool) -> [String] {
        if isOfClient {
            let lines = reply.covers.map { cover in
                "\(stretch(cover.from, cover.until).capitalizingFirst): \(cover.agentName.map { words.covers($0, cover.clientName) } ?? words.nobody(for: cover.clientName))"
            }
            return lines.isEmpty ? [words.alwaysFirst(reply.name ?? "")] : lines
        }
        if reply.away.isEmpty { return [words.nobodyAway(of: reply.name)] }
        let shown = NearFirst(reply.away, isAll: isAll, mostOfAll: 0, more: reply.more ?? 0, time) { $0.from }
        return shown.near.flatMap { away in
            ["\(period(away).capitalizingFirst): \(words.away(away.agentName))"]
                + CalendarFeed.covers(away, time).map { "  \($0)" }
        } + shown.left
    }

    private func period(_ away: CalendarAPI.Away) -> String {
        guard let until = away.until else { return "\(time.time(away.from)), \(time.untilFurtherNotice)" }
        return time.period(from: away.from, until: until)
    }

    private func stretch(_ from: String, _ until: String) -> String { time.period(from: from, until: until) }
}
