import TestSupport
import Testing
import Time

@testable import ICalendar

@Suite("Feeds")
struct CalendarWriterTests {
    private static let writer = CalendarWriter(
        product: "majord 0.2.0", name: "Joke de Vries", made: at("2026-11-26 10:00"))

    private static func day(_ text: String) -> CalendarDay { LeaveText.clock.day(of: at("\(text) 12:00")) }

    private static func event(_ summary: String, description: String? = nil) -> FeedEvent {
        FeedEvent(
            uid: "1@majord.example", when: .days(day("2027-02-01")..<day("2027-02-03")), summary: summary,
            description: description)
    }

    @Test("a feed is iCalendar as RFC 5545 has it")
    func feed() throws {
        let interval = try #require(Interval(from: at("2027-07-01 13:00"), until: at("2027-07-01 17:30")))
        let text = Self.writer.text([
            Self.event("Away"),
            FeedEvent(uid: "2@majord.example", when: .time(interval), summary: "Away", description: "Mark covers"),
        ])
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//majord//majord 0.2.0//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME:Joke de Vries
            X-WR-CALNAME:Joke de Vries
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:1@majord.example
            DTSTAMP:20261126T090000Z
            DTSTART;VALUE=DATE:20270201
            DTEND;VALUE=DATE:20270203
            SUMMARY:Away
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            UID:2@majord.example
            DTSTAMP:20261126T090000Z
            DTSTART:20270701T110000Z
            DTEND:20270701T153000Z
            SUMMARY:Away
            DESCRIPTION:Mark covers
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """
        #expect(text == expected.replacing("\n", with: "\r\n"))
    }

    @Test(
        "texts are escaped, and no control character gets in",
        arguments: [
            ("a,b;c\\d", #"a\,b\;c\\d"#), ("a\nb\r\nc\rd", #"a\nb\nc\nd"#), ("a\u{2028}b", #"a\nb"#),
            ("a\u{7}b\tc\u{0}", "ab\tc"), ("Zoë 👩‍💻", "Zoë 👩‍💻"),
        ])
    func escaping(text: String, value: String) {
        #expect(CalendarText.escaped(text) == value)
        #expect(Self.writer.text([Self.event("x", description: text)]).contains("\r\nDESCRIPTION:\(value)\r\n"))
    }

    @Test(
        "lines have at most 75 octets, and no character is broken",
        arguments: ["a", "ë", "漢", "👩‍💻", "e\u{301}", "\\", ","], [60, 66, 67, 68, 69, 70, 200])
    func folding(character: String, count: Int) throws {
        let summary = String(repeating: character, count: count)
        let text = Self.writer.text([Self.event(summary)])
        let lines = text.split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        // Not shorter than it has to be either: with the next character it would be too long.
        let folded = lines.drop { !$0.hasPrefix("SUMMARY") }.prefix { $0.hasPrefix("SUMMARY") || isFolded($0) }
        #expect(folded.dropLast().allSatisfy { $0.utf8.count > 75 - 4 })
        #expect(
            folded.map { isFolded($0) ? String($0.unicodeScalars.dropFirst()) : String($0) }.joined()
                == "SUMMARY:" + CalendarText.escaped(summary))
    }

    private func isFolded(_ line: Substring) -> Bool { line.unicodeScalars.first == " " }

    @Test("a feed that is read back says what was written, and is no leave")
    func roundTrip() throws {
        let interval = try #require(Interval(from: at("2027-03-28 01:30"), until: at("2027-03-28 03:30")))
        let events = [
            Self.event("Joke, away; \\ and \"so\" on"),
            FeedEvent(uid: "2;,\\@majord.example", when: .time(interval), summary: String(repeating: "é", count: 90)),
        ]
        let text = Self.writer.text(events)
        let (read, findings) = CalendarReader(clock: LeaveText.clock, window: Occurrences.window).read(text)
        #expect(findings.isEmpty)
        #expect(read.map(\.uid) == ["1@majord.example", "2;,\\@majord.example"])
        #expect(read.map(\.summary) == events.map(\.summary))
        #expect(
            read.map(\.occurrences) == [
                [.days(Self.day("2027-02-01")..<Self.day("2027-02-03"))],
                [.time(from: interval.start, until: interval.end)],
            ])
        let reading = LeaveText.read(text, all: true)
        #expect(reading.leave.isEmpty)
        #expect(reading.others.map(\.reason) == [.free, .free])
    }

    @Test("an empty feed is a calendar")
    func empty() {
        let (read, findings) = CalendarReader(clock: LeaveText.clock, window: Occurrences.window)
            .read(Self.writer.text([]))
        #expect(read.isEmpty)
        #expect(findings.isEmpty)
    }
}
