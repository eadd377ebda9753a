import ICalendar
import MajorAPI
import Time
import Wording

/// Who is away and who covers: for a terminal, and for calendars.
struct CalendarText {
    private let time: TimeWords
    private let clock: ServiceClock
    private let words: CalendarWords

    init(_ time: TimeWords, _ clock: ServiceClock) {
        self.time = time
        self.clock = clock
        words = CalendarWords(time.language)
    }

    // MARK: On a terminal

    /// - Parameter isAll: Whether all that was told is shown; else what begins in the next weeks.
    func lines(_ reply: CalendarAPI.Show.Reply, ofClient isOfClient: Bool, isAll: Bool = true) -> [String] {
        let lastDays = (reply.lastDays ?? []).map { last in
            "\(day(last.day).spelled(in: time.language).capitalizingFirst): \(words.lastDay(last.agentName))"
        }
        let stale = (reply.stale ?? []).map { stale in
            "\(stale.agentName): \(words.stale(stale.source, stale.read.map(time.time)))"
        }
        return planned(reply, ofClient: isOfClient, isAll) + lastDays + stale
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
            ["\(period(away).capitalizingFirst): \(words.away(away.agentName))"] + covers(away).map { "  \($0)" }
        } + shown.left
    }

    private func period(_ away: CalendarAPI.Away) -> String {
        guard let until = away.until else { return "\(time.time(away.from)), \(time.untilFurtherNotice)" }
        return time.period(from: away.from, until: until)
    }

    private func stretch(_ from: String, _ until: String) -> String { time.period(from: from, until: until) }

    /// Who has each client; the times only where it is more than one.
    private func covers(_ away: CalendarAPI.Away) -> [String] {
        var counts: [String: Int] = [:]
        for cover in away.covers { counts[cover.client, default: 0] += 1 }
        return away.covers.map { cover in
            let isAlone = counts[cover.client] == 1 && cover.agent != nil
            return words.cover(
                cover.clientName, cover.agentName, during: isAlone ? nil : stretch(cover.from, cover.until))
        }
    }

    // MARK: As a feed

    func feed(_ reply: CalendarAPI.Show.Reply, product: String, made: Instant) -> String {
        let lastDays = (reply.lastDays ?? []).map { last in
            FeedEvent(
                uid: "last-day-\(last.agent)@majord", when: .days(day(last.day)..<day(last.day).advanced(by: 1)),
                summary: words.lastDay(last.agentName).capitalizingFirst)
        }
        let events =
            reply.away.compactMap { event($0, end: reply.until) } + reply.covers.compactMap(event) + lastDays
        return CalendarWriter(product: product, name: words.title(reply.name), made: made).text(events)
    }

    private func event(_ away: CalendarAPI.Away, end: String) -> FeedEvent? {
        guard let when = when(away.from, away.until ?? end) else { return nil }
        let covers = covers(away)
        return FeedEvent(
            uid: "away-\(away.agent)-\(away.from)@majord", when: when, summary: words.away(away.agentName),
            description: covers.isEmpty ? nil : covers.joined(separator: "\n"))
    }

    private func event(_ cover: CalendarAPI.Cover) -> FeedEvent? {
        guard let when = when(cover.from, cover.until) else { return nil }
        return FeedEvent(
            uid: "cover-\(cover.client)-\(cover.from)@majord", when: when,
            summary: cover.agentName.map { words.covers($0, cover.clientName) } ?? words.nobody(for: cover.clientName))
    }

    private func when(_ from: String, _ until: String) -> FeedEvent.When? {
        guard let start = LocalDateTime(rfc3339: from)?.instant, let end = LocalDateTime(rfc3339: until)?.instant,
            let interval = Interval(from: start, until: end)
        else { return nil }
        let (first, last) = (clock.day(of: start), clock.day(of: end))
        guard first < last, clock.instant(first, .startOfDay) == start, clock.instant(last, .startOfDay) == end else {
            return .time(interval)
        }
        return .days(first..<last)
    }
}
