import Testing

@testable import ICalendar

@Suite("Values that do not fit together")
struct MixedValuesTests {
    private static let king = "DTSTART;VALUE=DATE:20270426"
    private static let evening = "DTSTART;TZID=Europe/Amsterdam:20270426T180000"

    private static func at(_ days: Int..., hour: Int = 18) -> [String] {
        days.map { "2027-04-\($0)T\(hour):00:00+02:00 to 2027-04-\($0)T\(hour + 1):00:00+02:00" }
    }

    @Test(
        "UNTIL, EXDATE and RDATE are converted to DTSTART's kind in the service's zone",
        arguments: [
            // Outlook's last day of a series is the instant at which it begins.
            (
                [
                    "DTSTART;VALUE=DATE:20261020",
                    "RRULE:FREQ=YEARLY;UNTIL=20261019T220000Z;INTERVAL=1;BYMONTHDAY=20;BYMONTH=10",
                ],
                ["2026-10-20"]
            ),
            (
                ["DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY;UNTIL=20271224T230000Z;BYMONTHDAY=25;BYMONTH=12"],
                ["2026-12-25", "2027-12-25"]
            ),
            (
                [king, "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20270427T220000Z"],
                ["2027-04-26", "2027-04-27", "2027-04-29", "2027-04-30"]
            ),
            ([king, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270427T000000"], ["2027-04-26", "2027-04-28"]),
            (
                [king, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Asia/Tokyo:20270428T000000"],
                ["2027-04-26", "2027-04-28"]
            ),
            ([king, "RRULE:FREQ=DAILY;UNTIL=20270427T120000"], ["2027-04-26", "2027-04-27"]),
            ([king, "RDATE:20270429T220000Z"], ["2027-04-26", "2027-04-30"]),
            ([king, "RDATE;VALUE=PERIOD:20270429T220000Z/P2D"], ["2027-04-26", "2027-04-30 to 2027-05-01"]),
            ([king, "DTEND:20270427T220000Z"], ["2027-04-26 to 2027-04-27"]),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20270428"], at(26, 27, 28)),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20270428T180000"], at(26, 27, 28)),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20270428T155959Z"], at(26, 27)),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270427"], at(26, 28)),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270427T160000Z"], at(26, 28)),
            ([evening, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270427T180000"], at(26, 28)),
            (
                [
                    evening, "DTEND;TZID=Europe/Amsterdam:20270426T190000",
                    "RDATE;TZID=America/New_York:20270428T120000",
                ],
                at(26, 28)
            ),
            (
                // EXDATE without the zone of DTSTART: New York's evening is Amsterdam's night.
                [
                    "DTSTART;TZID=America/New_York:20270426T120000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3",
                    "EXDATE:20270427T120000",
                ],
                at(26, 28)
            ),
            (["DTSTART;TZID=America/New_York:20270426T120000", "DTEND:20270426T170000Z"], at(26)),
        ] as [([String], [String])])
    func conversions(event: [String], expected: [String]) throws {
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar([event]))
        #expect(findings == [])
        #expect(occurrences == expected)
    }

    @Test("an RDATE without a time has the event's own, and is told of")
    func dayOfTimes() throws {
        let (occurrences, findings) = try Occurrences.read(
            event: Self.evening, "DURATION:PT1H", "RDATE;VALUE=DATE:20270428")
        #expect(occurrences == Self.at(26, 28))
        #expect(findings == ["5: warning: RDATE has a day without a time; the event's own time is taken"])
    }

    @Test(
        "an end that is not of the start's kind is told of, and how it was read",
        arguments: [
            (
                [king, "DTEND;TZID=Europe/Amsterdam:20270426T120000"], "2027-04-26",
                "DTEND has a time, but DTSTART has none: whole days are taken, the last is 2027-04-26"
            ),
            (
                [king, "DTEND:20270428T070000Z"], "2027-04-26 to 2027-04-28",
                "DTEND has a time, but DTSTART has none: whole days are taken, the last is 2027-04-28"
            ),
            (
                [king, "DURATION:PT90M"], "2027-04-26",
                "DURATION has a time, but DTSTART has none: a whole day is taken"
            ),
            (
                [king, "DURATION:P1DT1H"], "2027-04-26 to 2027-04-27",
                "DURATION has a time, but DTSTART has none: 2 whole days are taken"
            ),
            (
                [evening, "DTEND;VALUE=DATE:20270427"],
                "2027-04-26T18:00:00+02:00 to 2027-04-27T00:00:00+02:00",
                "DTEND has no time, but DTSTART has one: it ends when 2027-04-27 begins"
            ),
        ])
    func ends(event: [String], expected: String, finding: String) throws {
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar([event]))
        #expect(occurrences == [expected])
        #expect(findings == ["4: warning: \(finding); write both with a time, or both without"])
    }

    @Test("an end at which a day begins fits whole days", arguments: ["20270427T000000", "20270426T220000Z"])
    func midnight(end: String) throws {
        let (occurrences, findings) = try Occurrences.read(event: Self.king, "DTEND:\(end)")
        #expect(occurrences == ["2027-04-26"])
        #expect(findings == [])
    }

    @Test("an RDATE with a time of whole days takes the day, and is told of")
    func timeOfDays() throws {
        let (occurrences, findings) = try Occurrences.read(event: Self.king, "RDATE:20270428T100000")
        #expect(occurrences == ["2027-04-26", "2027-04-28"])
        #expect(findings == ["4: warning: RDATE has a time, but DTSTART has none: the whole day is taken"])
    }

    @Test("an EXDATE that takes nothing away is told of")
    func missedException() throws {
        let (occurrences, findings) = try Occurrences.read(
            event: Self.king, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20270430")
        #expect(occurrences == ["2027-04-26", "2027-04-27"])
        #expect(
            findings == ["5: warning: EXDATE takes nothing away with `20270430`: the event does not occur then"])
    }

    @Test("a start that the rule does not mean counts as the first, and is told of")
    func unmeantStart() throws {
        let (occurrences, findings) = try Occurrences.read(
            event: "DTSTART;VALUE=DATE:20270428", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
        #expect(occurrences == ["2027-04-28", "2027-05-03", "2027-05-10"])
        #expect(
            findings == ["4: warning: RRULE does not mean the event's own start (DTSTART), which counts all the same"])
    }
}
