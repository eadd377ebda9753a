import Testing
import Time
import Wording

@Suite("SeriesWords")
struct SeriesWordsTests {
    private static func range(_ from: String, _ until: String) -> WeeklyHours.Range? {
        guard let from = LocalTime(written: from), let until = LocalTime(written: until) else { return nil }
        return WeeklyHours.Range(from: from, until: until)
    }

    private static func hours(_ days: [(Weekday, [(String, String)])]) -> WeeklyHours {
        var hours = WeeklyHours()
        for (day, ranges) in days { hours[day] = ranges.compactMap { range($0.0, $0.1) } }
        return hours
    }

    private static let whole = [("0:00", "24:00")]
    private static let friday = hours([(.friday, [("12:30", "18:00")])])

    @Test(
        "how it comes back",
        arguments: [
            (friday, 1, ["every Friday, 12:30 to 18:00", "elke vrijdag, 12:30 tot 18:00"]),
            (
                hours([(.tuesday, whole)]), 2,
                ["every other Tuesday, the whole day", "om de week op dinsdag, de hele dag"]
            ),
            (friday, 3, ["every 3 weeks on Friday, 12:30 to 18:00", "elke 3 weken op vrijdag, 12:30 tot 18:00"]),
            (
                hours([(.monday, whole), (.friday, whole)]), 1,
                ["every Monday and Friday, the whole day", "elke maandag en vrijdag, de hele dag"]
            ),
            (
                hours([(.monday, [("9:00", "12:00")]), (.friday, whole)]), 1,
                [
                    "every Monday, 09:00 to 12:00, and Friday, the whole day",
                    "elke maandag, 09:00 tot 12:00, en vrijdag, de hele dag",
                ]
            ),
            (
                hours(Weekday.allCases.prefix(5).map { ($0, [("9:00", "12:00"), ("13:00", "17:00")]) }), 1,
                [
                    "every Monday to Friday, 09:00 to 12:00 and 13:00 to 17:00",
                    "elke maandag tot en met vrijdag, 09:00 tot 12:00 en 13:00 tot 17:00",
                ]
            ),
        ] as [(WeeklyHours, Int, [String])])
    func rhythm(hours: WeeklyHours, weeks: Int, expected: [String]) {
        #expect(both { SeriesWords(timeWords($0)).rhythm(hours, weeks: weeks) } == expected)
    }

    @Test("from when until when, and on which days not")
    func term() {
        let first = local("2027-01-08T00:00:00+01:00").day
        #expect(
            both { SeriesWords(timeWords($0)).text(Self.friday, weeks: 1, first: first, until: nil) } == [
                "every Friday, 12:30 to 18:00, from Friday 8 January 2027 until further notice",
                "elke vrijdag, 12:30 tot 18:00, van vrijdag 8 januari 2027 tot nader bericht",
            ])
        let end = local("2027-02-01T00:00:00+01:00")
        #expect(
            both {
                SeriesWords(timeWords($0, zone: "Europe/Amsterdam"))
                    .text(Self.friday, weeks: 1, first: first, until: end)
            } == [
                "every Friday, 12:30 to 18:00 Europe/Amsterdam, from Friday 8 January 2027 until the end of Sunday 31 January 2027",
                "elke vrijdag, 12:30 tot 18:00 Europe/Amsterdam, van vrijdag 8 januari 2027 tot en met zondag 31 januari 2027",
            ])
        #expect(
            both { SeriesWords(timeWords($0)).listed(Self.friday, weeks: 1, until: local("2026-12-31T00:00:00+01:00")) }
                == [
                    "every Friday, 12:30 to 18:00, until the end of Wednesday 30 December",
                    "elke vrijdag, 12:30 tot 18:00, tot en met woensdag 30 december",
                ])
        #expect(
            both { SeriesWords(timeWords($0)).exceptions([first, first.advanced(by: 7)]) ?? "" } == [
                "not on Friday 8 January 2027 and Friday 15 January 2027",
                "niet op vrijdag 8 januari 2027 en vrijdag 15 januari 2027",
            ])
        #expect(SeriesWords(timeWords(.en)).exceptions([]) == nil)
    }

    @Test("one that never happens")
    func never() {
        let first = local("2026-12-01T00:00:00+01:00").day
        #expect(
            both { SeriesWords(timeWords($0)).never([.monday], from: first, through: first.advanced(by: 5)) } == [
                "it would never happen: no Monday lies in the days from Tuesday 1 December 2026 to Sunday 6 December 2026",
                "dat komt nooit voor: er is geen maandag van dinsdag 1 december 2026 tot en met zondag 6 december 2026",
            ])
    }
}
