import Testing
import Time
import Wording

@Suite("What is said of moments as they are typed")
struct MomentErrorWordsTests {
    private static let monday = local("2026-11-30T00:00:00+01:00")
    private static func time(_ text: String) -> LocalTime { LocalTime(written: text) ?? .noon }
    private static let wednesday = local("2026-11-25T09:00:00+01:00")

    @Test(
        "errors",
        arguments: [
            (MomentError.missing, ["a day or a time is missing", "er ontbreekt een dag of een tijd"]),
            (.noSuchDate("30-2"), ["there is no such date as 30-2", "de datum 30-2 bestaat niet"]),
            (
                .ambiguous("half 10", time("09:30"), time("10:30")),
                [
                    "`half 10` is 09:30 to some and 10:30 to others; write one of them",
                    "`half 10` is voor de een 09:30 en voor de ander 10:30; schrijf een van beide",
                ]
            ),
            (
                .otherWeekday("tuesday 30-11", monday.day),
                [
                    "`tuesday 30-11` is Monday 30 November 2026; for all the days from one to the other write `to` between them",
                    "`tuesday 30-11` is maandag 30 november 2026; schrijf voor alle dagen van de een tot de ander er `t/m` tussen",
                ]
            ),
            (
                .apart("8 dec", "10 dec"),
                [
                    "`8 dec` and `10 dec` do not follow each other; enter them one by one, or write `to` between them",
                    "`8 dec` en `10 dec` sluiten niet op elkaar aan; voer ze los in, of schrijf er `t/m` tussen",
                ]
            ),
            (
                .notYet("monday", monday),
                [
                    "`monday` is Monday 30 November 2026 00:00, which is still to come",
                    "`monday` is maandag 30 november 2026 00:00, en dat moet nog komen",
                ]
            ),
            (
                .hoursBackwards(from: time("12:00"), until: time("09:00")),
                [
                    "the hours end before they begin: 12:00 to 09:00",
                    "de uren eindigen voordat ze beginnen: 12:00 tot 09:00",
                ]
            ),
            (.tooMany, ["more days and times than expected", "meer dagen en tijden dan verwacht"]),
            (
                .endsBeforeStart(start: monday, end: wednesday),
                [
                    "it ends before it begins: from Monday 30 November 2026 00:00 until Wednesday 25 November 2026 09:00",
                    "het eindigt voordat het begint: van maandag 30 november 2026 00:00 tot woensdag 25 november 2026 09:00",
                ]
            ),
            (
                .over(end: monday),
                [
                    "it is over already, since the end of Sunday 29 November 2026",
                    "het is al voorbij, sinds het einde van zondag 29 november 2026",
                ]
            ),
        ])
    func errors(error: MomentError, expected: [String]) {
        #expect(both { timeWords($0).text(error) } == expected)
    }

    @Test(
        "remarks and questions",
        arguments: [
            (
                Remark.anotherYear("4-1", local("2027-01-04T00:00:00+01:00").day),
                [
                    "`4-1` means Monday 4 January 2027: another year.",
                    "`4-1` is maandag 4 januari 2027: een ander jaar.",
                ]
            ),
            (
                .anotherWeek("monday", monday.day),
                [
                    "`monday` means Monday 30 November 2026: another week.",
                    "`monday` is maandag 30 november 2026: een andere week.",
                ]
            ),
        ])
    func remarks(remark: Remark, expected: [String]) {
        #expect(both { timeWords($0).text(remark) } == expected)
    }

    @Test("questions")
    func questions() {
        #expect(
            both { DurationWords($0).text(.lasts(days: 364)) } == [
                "that lasts nearly a year", "dat duurt bijna een jaar",
            ])
        #expect(
            both { DurationWords($0).text(.begins(days: 120)) } == [
                "that begins in 120 days", "dat begint over 120 dagen",
            ])
    }
}
