import Testing

@testable import ICalendar

@Suite("How long events take")
struct EventLengthTests {
    @Test(
        "days are days of the calendar, hours are exact",
        arguments: [
            // The clocks go forward on 28 March 2027 and back on 31 October.
            (
                ["DTSTART;TZID=Europe/Amsterdam:20270327T120000", "DURATION:P1D"],
                "2027-03-27T12:00:00+01:00 to 2027-03-28T12:00:00+02:00"
            ),
            (
                ["DTSTART;TZID=Europe/Amsterdam:20270327T120000", "DURATION:PT24H"],
                "2027-03-27T12:00:00+01:00 to 2027-03-28T13:00:00+02:00"
            ),
            (
                ["DTSTART;TZID=Europe/Amsterdam:20271030T120000", "DURATION:P1W"],
                "2027-10-30T12:00:00+02:00 to 2027-11-06T12:00:00+01:00"
            ),
            (
                ["DTSTART;TZID=Europe/Amsterdam:20270327T010000", "DURATION:P1DT3H"],
                "2027-03-27T01:00:00+01:00 to 2027-03-28T05:00:00+02:00"
            ),
            // Skipped: as long after the change as it would have been. Twice: the first.
            (
                ["DTSTART;TZID=Europe/Amsterdam:20270328T023000", "DURATION:PT1H"],
                "2027-03-28T03:30:00+02:00 to 2027-03-28T04:30:00+02:00"
            ),
            (
                ["DTSTART;TZID=Europe/Amsterdam:20271031T023000", "DURATION:PT1H"],
                "2027-10-31T02:30:00+02:00 to 2027-10-31T02:30:00+01:00"
            ),
            (["DTSTART:20270426T235960Z", "DURATION:PT1S"], "2027-04-27T01:59:59+02:00 to 2027-04-27T02:00:00+02:00"),
            (
                ["DTSTART:20270426T180000", "DTEND:20270426T240000"],
                "2027-04-26T18:00:00+02:00 to 2027-04-27T00:00:00+02:00"
            ),
            (["DTSTART:20270426T180000"], "2027-04-26T18:00:00+02:00 to 2027-04-26T18:00:00+02:00"),
            (["DTSTART;VALUE=DATE:20270426", "DURATION:PT24H"], "2027-04-26"),
            (["DTSTART;VALUE=DATE:20270426", "DURATION:P1W"], "2027-04-26 to 2027-05-02"),
            (["DTSTART:20270426"], "2027-04-26"),
            (["DTSTART;VALUE=DATE:20270426T000000"], "2027-04-26"),
            (["DTSTART;TZID=Europe/Amsterdam;VALUE=DATE:20270426"], "2027-04-26"),
        ] as [([String], String)])
    func lengths(event: [String], expected: String) throws {
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar([event]))
        #expect(findings == [])
        #expect(occurrences == [expected])
    }

    @Test("a period has its own length")
    func periods() throws {
        let (occurrences, findings) = try Occurrences.read(
            event: "DTSTART:20270426T100000Z", "DURATION:PT1H",
            "RDATE;VALUE=PERIOD:20270427T100000Z/PT3H,20270428T100000Z/20270428T101500Z")
        #expect(findings == [])
        #expect(
            occurrences == [
                "2027-04-26T12:00:00+02:00 to 2027-04-26T13:00:00+02:00",
                "2027-04-27T12:00:00+02:00 to 2027-04-27T15:00:00+02:00",
                "2027-04-28T12:00:00+02:00 to 2027-04-28T12:15:00+02:00",
            ])
    }

    @Test(
        "a length that cannot be is an error",
        arguments: [
            ("DTEND:20270425T100000Z", "does not end after its start"),
            ("DURATION:-PT1H", "does not end after its start"),
            ("DURATION:1D", "DURATION `1D` is none; write P1D or PT90M"),
            ("DURATION:P", "DURATION `P` is none; write P1D or PT90M"),
            ("DURATION:PT1D", "DURATION `PT1D` is none; write P1D or PT90M"),
            ("DURATION:P9999999999D", "DURATION `P9999999999D` is none; write P1D or PT90M"),
        ])
    func impossible(line: String, reason: String) throws {
        let (occurrences, findings) = try Occurrences.read(event: "DTSTART:20270426T100000Z", line)
        #expect(occurrences == [])
        #expect(findings == ["4: error: event: \(reason)"])
    }
}
