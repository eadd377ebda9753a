import ICalendar
package import MajorAPI
package import Time
package import Wording

/// Who is away and who covers, as calendars of other programs read it (iCalendar): never why.
package struct CalendarFeed {
    private let time: TimeWords
    private let clock: ServiceClock
    private let product: String
    private let words: CalendarWords

    /// - Parameter product: What made it.
    package init(_ time: TimeWords, _ clock: ServiceClock, product: String) {
        self.time = time
        self.clock = clock
        self.product = product
        words = CalendarWords(time.language)
    }

    package func text(_ reply: CalendarAPI.Show.Reply) -> String {
        let lastDays = (reply.lastDays ?? []).compactMap { last in
            CalendarDay(text: last.day).map { day in
                FeedEvent(
                    uid: "last-day-\(last.agent)@majord", when: .days(day..<day.advanced(by: 1)),
                    summary: words.lastDay(last.agentName).capitalizingFirst)
            }
        }
        let events =
            reply.away.compactMap { event($0, end: reply.until) } + reply.covers.compactMap(event) + lastDays
        return text(reply.name, events)
    }

    /// What is behind an address that nobody logs in for.
    package func text(_ reply: CalendarAPI.ShowFeed.Reply) -> String {
        text(reply.name, reply.away.compactMap { event($0, end: reply.until) })
    }

    private func text(_ name: String?, _ events: [FeedEvent]) -> String {
        CalendarWriter(product: product, name: words.title(name), made: time.now.instant).text(events)
    }

    /// Who has each client of somebody who is away; the times only where it is more than one.
    package static func covers(_ away: CalendarAPI.Away, _ time: TimeWords) -> [String] {
        var counts: [String: Int] = [:]
        for cover in away.covers { counts[cover.client, default: 0] += 1 }
        return away.covers.map { cover in
            let isAlone = counts[cover.client] == 1 && cover.agent != nil
            return CalendarWords(time.language).cover(
                cover.clientName, cover.agentName,
                during: isAlone ? nil : time.period(from: cover.from, until: cover.until))
        }
    }

    private func event(_ away: CalendarAPI.Away, end: String) -> FeedEvent? {
        guard let when = when(away.from, away.until ?? end) else { return nil }
        let covers = Self.covers(away, time)
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
