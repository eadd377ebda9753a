import Testing

@testable import ICalendar

@Suite("Changed occurrences")
struct ChangedOccurrencesTests {
    private static let series = ["UID:1", "DTSTART;VALUE=DATE:20270426", "RRULE:FREQ=DAILY;COUNT=4"]
    private static let times = [
        "UID:1", "DTSTART;TZID=Europe/Amsterdam:20270426T180000", "DTEND;TZID=Europe/Amsterdam:20270426T190000",
        "RRULE:FREQ=DAILY;COUNT=3",
    ]

    private static func days(_ days: Int...) -> [String] { days.map { "2027-04-\($0)" } }

    @Test(
        "an event that changes an occurrence takes its place",
        arguments: [
            (
                [series, ["UID:1", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270430"]],
                days(26, 28, 29, 30)
            ),
            (
                [["UID:1", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270430"], series],
                days(26, 28, 29, 30)
            ),
            // Outlook writes a day as the instant at which it begins.
            (
                [series, ["UID:1", "RECURRENCE-ID:20270426T220000Z", "DTSTART;VALUE=DATE:20270430"]],
                days(26, 28, 29, 30)
            ),
            (
                [
                    series,
                    ["UID:1", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270427", "STATUS:CANCELLED"],
                ],
                days(26, 28, 29)
            ),
            (
                [
                    series,
                    [
                        "UID:1", "RECURRENCE-ID;VALUE=DATE:20270427;RANGE=X", "RECURRENCE-ID:",
                        "DTSTART;VALUE=DATE:20270430",
                    ],
                ], days(26, 27, 28, 29)
            ),
            (
                [
                    series,
                    ["UID:1", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270428", "DTSTART;VALUE=DATE:20270429"],
                ], days(26, 27, 29, 30)
            ),
            (
                [
                    series,
                    [
                        "UID:1", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270428", "DTSTART;VALUE=DATE:20270428",
                        "STATUS:CANCELLED",
                    ],
                ], days(26, 27)
            ),
            // Of two versions the newer one counts, in whichever order they stand.
            (
                [
                    series,
                    ["UID:1", "SEQUENCE:2", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270430"],
                    ["UID:1", "SEQUENCE:1", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270425"],
                ], days(26, 28, 29, 30)
            ),
            ([series + ["STATUS:CANCELLED"]], []),
            // Alone it is an event like others: its series may be in another file.
            ([["UID:1", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270430"]], days(30)),
            // Another event's occurrence is left alone.
            (
                [series, ["UID:2", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270430"]],
                days(26, 27, 28, 29, 30)
            ),
            (
                [times, ["UID:1", "RECURRENCE-ID:20270427T160000Z", "DTSTART;VALUE=DATE:20270430"]],
                [
                    "2027-04-26T18:00:00+02:00 to 2027-04-26T19:00:00+02:00",
                    "2027-04-28T18:00:00+02:00 to 2027-04-28T19:00:00+02:00", "2027-04-30",
                ]
            ),
        ] as [([[String]], [String])])
    func changes(events: [[String]], expected: [String]) throws {
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar(events))
        if !findings.isEmpty {
            #expect(findings.allSatisfy { $0.contains("RECURRENCE-ID stands twice") }, "\(findings)")
        }
        #expect(occurrences == expected)
    }

    @Test("all later occurrences move along, and take as long")
    func thisAndFuture() throws {
        let change = [
            "UID:1", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270427T180000",
            "DTSTART;TZID=Europe/Amsterdam:20270427T200000", "DURATION:PT30M",
        ]
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar([Self.times, change]))
        #expect(findings == [])
        #expect(
            occurrences == [
                "2027-04-26T18:00:00+02:00 to 2027-04-26T19:00:00+02:00",
                "2027-04-27T20:00:00+02:00 to 2027-04-27T20:30:00+02:00",
                "2027-04-28T20:00:00+02:00 to 2027-04-28T20:30:00+02:00",
            ])
    }

    @Test("a change of what does not occur counts by itself, and is told of; one that repeats is an error")
    func odd() throws {
        let other = ["UID:1", "RECURRENCE-ID;VALUE=DATE:20270501", "DTSTART;VALUE=DATE:20270503"]
        let (occurrences, findings) = try Occurrences.read(Occurrences.calendar([Self.series, other]))
        #expect(occurrences == Self.days(26, 27, 28, 29) + ["2027-05-03"])
        #expect(
            findings == [
                "9: warning: RECURRENCE-ID `20270501` is no occurrence of its series; the event counts by itself"
            ])
        let repeating = other + ["RRULE:FREQ=DAILY;COUNT=2"]
        #expect(
            try Occurrences.read(Occurrences.calendar([Self.series, repeating])).findings
                == [
                    "9: error: event: changes one occurrence (RECURRENCE-ID), and repeats itself (RRULE, RDATE)"
                ])
    }

    @Test("what a reader of leave needs is told with each event")
    func facts() throws {
        let text = Occurrences.calendar([
            Self.times + ["SUMMARY:Vakantie\\, eindelijk", "TRANSP:TRANSPARENT", "STATUS:tentative"],
            [
                "UID:1", "RECURRENCE-ID:20270427T160000Z", "DTSTART;VALUE=DATE:20270430",
                "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
            ],
        ])
        let events = try CalendarReader(clock: Occurrences.clock(), window: Occurrences.window).read(text).events
        #expect(events.map(\.uid) == ["1", "1"])
        #expect(events.map(\.recurrenceID) == [nil, "20270427T160000Z"])
        #expect(events.map(\.summary) == ["Vakantie, eindelijk", nil])
        #expect(events.map(\.status) == [.tentative, nil])
        #expect(events.map(\.isOpaque) == [false, true])
        #expect(events.map(\.busyStatus) == [nil, "OOF"])
        #expect(events.map(\.isAllDay) == [false, true])
        #expect(events.map(\.line) == [2, 11])
        #expect(events.map(\.occurrences.count) == [2, 1])
    }

    @Test(
        "a cancelled occurrence needs no start",
        arguments: [
            (["DTSTART;VALUE=DATE:20270426"], "RECURRENCE-ID;VALUE=DATE:20270427", ["2027-04-26", "2027-04-28"]),
            (["DTSTART;VALUE=DATE:20270426"], "RECURRENCE-ID;RANGE=THISANDFUTURE:20270427", ["2027-04-26"]),
            (
                ["DTSTART:20270426T180000", "DURATION:PT1H"], "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270427",
                ["2027-04-26T18:00:00+02:00 to 2027-04-26T19:00:00+02:00"]
            ),
        ])
    func cancelledWithoutStart(series: [String], id: String, expected: [String]) throws {
        for more in [[], ["DTSTART:"], ["DTEND:20200101", "DURATION:PT1H"]] {
            let (occurrences, findings) = try Occurrences.read(
                Occurrences.calendar([
                    ["UID:1"] + series + ["RRULE:FREQ=DAILY;COUNT=3"], ["UID:1", id, "STATUS:CANCELLED"] + more,
                ]))
            #expect(occurrences == expected)
            #expect(findings.allSatisfy { $0.hasSuffix("warning: DTSTART is empty; it is passed over") })
        }
        let (_, unknown) = try Occurrences.read(
            Occurrences.calendar([
                ["UID:1", "DTSTART:20270426"], ["UID:1", "RECURRENCE-ID:20270501", "STATUS:CANCELLED"],
            ]))
        #expect(
            unknown == ["8: warning: RECURRENCE-ID `20270501` is no occurrence of its series; nothing is cancelled"])
        let (_, kept) = try Occurrences.read(event: "RECURRENCE-ID:20270501")
        #expect(kept == ["2: error: event: has no start (DTSTART)"])
    }
}
