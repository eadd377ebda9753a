import Foundation
import Testing
import Time
import Wording

@Suite("TimeWords")
struct TimeWordsTests {
    private static let morning = "2027-01-04T09:00:00+01:00"
    private static let midnight = "2027-01-05T00:00:00+01:00"
    private static let noon = "2026-12-23T12:00:00+01:00"

    @Test(
        "a moment has weekday, date and year; midnight as an end is the end of the day before",
        arguments: [
            (morning, ["Monday 4 January 2027 09:00", "maandag 4 januari 2027 09:00"]),
            (noon, ["Wednesday 23 December 2026 12:00", "woensdag 23 december 2026 12:00"]),
            ("soon", ["soon", "soon"]),
        ])
    func moments(rfc3339: String, expected: [String]) {
        #expect(both { timeWords($0).time(rfc3339) } == expected)
    }

    @Test("a time that the clock shows twice that day has its offset; others, and days, have none")
    func twice() {
        let zone = TimeZone(identifier: "Europe/Amsterdam").map { ServiceClock($0) }
        func words(_ language: Language) -> TimeWords {
            TimeWords(language, now: local("2026-10-25T00:30:00+02:00"), clock: zone)
        }
        let (first, second) = ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")
        #expect(words(.en).time(first) == "Sunday 25 October 2026 02:30 (UTC+2)")
        #expect(words(.nl).until(second) == "tot zondag 25 oktober 2026 02:30 (UTC+1)")
        #expect(words(.en).shortUntil(second) == "until 02:30 (UTC+1)")
        #expect(
            words(.en).stretch(from: first, until: second) == "Sunday 25 October 2026, 02:30 (UTC+2) to 02:30 (UTC+1)")
        #expect(words(.en).time("2026-10-25T03:00:00+01:00") == "Sunday 25 October 2026 03:00")
        #expect(words(.en).time("2026-10-26T02:30:00+01:00") == "Monday 26 October 2026 02:30")
        #expect(timeWords(.en).time(second) == "Sunday 25 October 2026 02:30")
    }

    @Test(
        "ends",
        arguments: [
            (morning, ["until Monday 4 January 2027 09:00", "tot maandag 4 januari 2027 09:00"]),
            (midnight, ["until the end of Monday 4 January 2027", "tot en met maandag 4 januari 2027"]),
            (nil, ["until further notice", "tot nader bericht"]),
        ] as [(String?, [String])])
    func ends(rfc3339: String?, expected: [String]) {
        #expect(both { timeWords($0).until(rfc3339) } == expected)
    }

    @Test("in lists, today has a time only, and another day of this year no year")
    func short() {
        #expect(both { timeWords($0).shortUntil(Self.noon) } == ["until 12:00", "tot 12:00"])
        #expect(
            both { timeWords($0).shortUntil("2026-12-25T00:00:00+01:00") } == [
                "until the end of Thursday 24 December", "tot en met donderdag 24 december",
            ])
        #expect(
            both { timeWords($0).shortStart("2026-12-24T00:00:00+01:00") } == [
                "Thursday 24 December", "donderdag 24 december",
            ])
        #expect(
            both { timeWords($0).shortStart("2026-12-24T09:00:00+01:00") } == [
                "Thursday 24 December 09:00", "donderdag 24 december 09:00",
            ])
    }

    @Test(
        "periods",
        arguments: [
            (
                "2026-12-24T09:00:00+01:00", "2026-12-24T12:00:00+01:00",
                ["on Thursday 24 December 2026, 09:00 to 12:00", "op donderdag 24 december 2026, 09:00 tot 12:00"]
            ),
            (
                "2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00",
                ["on Thursday 24 December 2026, the whole day", "op donderdag 24 december 2026, de hele dag"]
            ),
            (
                "2026-12-24T00:00:00+01:00", midnight,
                [
                    "from Thursday 24 December 2026 until the end of Monday 4 January 2027",
                    "van donderdag 24 december 2026 tot en met maandag 4 januari 2027",
                ]
            ),
        ])
    func periods(from: String, until: String, expected: [String]) {
        #expect(both { timeWords($0).period(from: from, until: until) } == expected)
    }

    @Test(
        "periods in lists",
        arguments: [
            (
                "2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00",
                ["on Thursday 24 December, the whole day", "op donderdag 24 december, de hele dag"]
            ),
            (
                morning, "2027-01-04T12:00:00+01:00",
                ["on Monday 4 January 2027, 09:00 to 12:00", "op maandag 4 januari 2027, 09:00 tot 12:00"]
            ),
            (
                "2026-12-23T10:00:00+01:00", "2026-12-23T10:45:00+01:00",
                ["today, 10:00 to 10:45", "vandaag, 10:00 tot 10:45"]
            ),
            ("2026-12-23T10:00:00+01:00", nil, ["from 10:00 until further notice", "van 10:00 tot nader bericht"]),
            (
                "2026-12-24T00:00:00+01:00", midnight,
                [
                    "from Thursday 24 December until the end of Monday 4 January 2027",
                    "van donderdag 24 december tot en met maandag 4 januari 2027",
                ]
            ),
        ] as [(String, String?, [String])])
    func lists(from: String, until: String?, expected: [String]) {
        #expect(both { timeWords($0).shortPeriod(from: from, until: until) } == expected)
    }

    @Test("for a reader in another zone, times name the service's, and days need none")
    func zones() {
        #expect(
            both { timeWords($0, zone: "Europe/Amsterdam").until(Self.morning) } == [
                "until Monday 4 January 2027 09:00 Europe/Amsterdam",
                "tot maandag 4 januari 2027 09:00 Europe/Amsterdam",
            ])
        #expect(
            both { timeWords($0, zone: "Europe/Amsterdam").until(Self.midnight) } == [
                "until the end of Monday 4 January 2027", "tot en met maandag 4 januari 2027",
            ])
    }

    @Test(
        "how long ago, in the largest unit of which there are two",
        arguments: [
            (119, ["119 s", "119 s"]), (120, ["2 min", "2 min"]), (7_200, ["2 h", "2 u"]),
            (172_800, ["2 days", "2 dagen"]),
        ])
    func ages(seconds: Int, expected: [String]) {
        #expect(both { DurationWords($0).age(seconds: seconds) } == expected)
    }
}
