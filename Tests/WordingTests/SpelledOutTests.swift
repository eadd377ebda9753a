import Foundation
import TestSupport
import Testing
import Time
import Wording

/// What an answer spells out means the same when it is typed: nobody is told of other times than those that are understood.
@Suite("What is spelled out")
struct SpelledOutTests {
    private static let clock = ServiceClock(amsterdam)
    private static let now = at("2026-11-25 20:17")
    private static let reader = MomentReader(clock: clock, now: now)

    private func words(_ language: Language) -> TimeWords { TimeWords(language, now: Self.clock.local(Self.now)) }

    /// Whole days, and quarters of an hour, within three years; the hour that a clock shows twice left out.
    private static func times(_ generator: inout some RandomNumberGenerator) -> (Instant, Instant) {
        let first = day("2026-11-26").advanced(by: .random(in: 0...1_000, using: &generator))
        let last = first.advanced(by: [0, 0, 1, 2, 7, 30, 365].randomElement(using: &generator) ?? 0)
        func time() -> LocalTime {
            LocalTime(
                hour: .random(in: 4...23, using: &generator),
                minute: [0, 15, 30, 45].randomElement(using: &generator) ?? 0)
                ?? .noon
        }
        let start = clock.instant(first, Bool.random(using: &generator) ? .startOfDay : time())
        let end =
            Bool.random(using: &generator)
            ? clock.instant(last.advanced(by: 1), .startOfDay) : clock.instant(last, time())
        return (start, end)
    }

    @Test("a period is read as itself, in every language", arguments: Language.allCases)
    func periods(language: Language) throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let (start, end) = Self.times(&generator)
            guard start < end else { continue }
            let text = words(language).period(from: Self.clock.local(start), until: Self.clock.local(end))
            let read = try Self.reader.leave([text])
            #expect((read.start, read.end) == (start, end), "\(text)")
        }
    }

    @Test("so is leave from now on", arguments: Language.allCases)
    func fromNow(language: Language) throws {
        for end in [at("2026-11-28 00:00"), at("2026-11-27 12:00"), at("2027-01-05 00:00")] {
            let text = ChangeWords(words(language)).period(
                from: Self.clock.rfc3339(Self.now), until: Self.clock.rfc3339(end))
            let read = try Self.reader.leave([text])
            #expect((read.start, read.end) == (Self.now, end), "\(text)")
        }
    }

    @Test("a moment, and a day", arguments: Language.allCases)
    func moments(language: Language) throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let (start, _) = Self.times(&generator)
            let text = words(language).time(Self.clock.local(start))
            #expect(try Self.reader.back([text]).instant == start, "\(text)")
            #expect(try Self.reader.lookingBack([text]).instant == start, "\(text)")
            let day = Self.clock.day(of: start)
            #expect(try Self.reader.day([day.spelled(in: language)]).day == day)
        }
    }

    @Test("hours that come back, and their term", arguments: Language.allCases)
    func series(language: Language) throws {
        var generator = SystemRandomNumberGenerator()
        let parts = [("0:00", "24:00"), ("9:00", "12:00"), ("12:30", "18:00")].compactMap { from, until in
            WeeklyHours.Range(from: time(from), until: time(until))
        }
        for _ in 0..<500 {
            var hours = WeeklyHours()
            for day in Weekday.allCases where Int.random(in: 0..<3, using: &generator) == 0 {
                hours[day] = [parts.randomElement(using: &generator)].compactMap(\.self)
            }
            if hours.isEmpty { hours[.friday] = parts.suffix(2) }
            let weeks = Int.random(in: 1...4, using: &generator)
            let first = (0...6).map { day("2027-01-04").advanced(by: $0) }.first { !hours[$0.weekday].isEmpty }
            let end = Bool.random(using: &generator) ? at("2028-02-01 00:00") : nil
            let text = SeriesWords(words(language)).text(
                hours, weeks: weeks, first: try #require(first), until: end.map(Self.clock.local))
            guard case .series(let read) = try Self.reader.planned([text]) else {
                Issue.record("\(text) does not come back")
                continue
            }
            #expect(read.hours == hours, "\(text)")
            #expect((read.weeks, read.firstDay, read.end) == (weeks, first, end), "\(text)")
        }
    }
}
