import Testing

@testable import ICalendar

@Suite("What does not count")
struct HarmlessLinesTests {
    @Test(
        "empty and unknown properties do no harm",
        arguments: [
            "LOCATION:", "DESCRIPTION:", "CATEGORIES:", "SUMMARY:", "ORGANIZER:", "URL:", "STATUS:", "TRANSP:", "UID:",
            "CLASS:",
            "GEO:", "PRIORITY:", "SEQUENCE:", "DTSTAMP:", "CREATED:", "ATTENDEE:", "ATTACH:", "LAST-MODIFIED:0000",
            "FOO:bar",
            "X-ALT-DESC;FMTTYPE=text/html:<html>", "DTSTAMP:garbage", "PRIORITY:high", "SEQUENCE:one", "GEO:1",
            "STATUS:PERHAPS", "TRANSP:MAYBE", "ATTENDEE;CN=\"a;b:c\":mailto:a@b.example", "CREATED;TZID=Nowhere:1",
            "BEGIN:VALARM\r\nTRIGGER:\r\nDTSTART:nonsense\r\nRRULE:FREQ=SECONDLY\r\nEND:VALARM",
            "DESCRIPTION:a\r\n b\r\n\tc", "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\r\n BBBB", "\r\n\r\n",
            "COMMENT:EXDATE:20270426", "X-DTSTART:1", "RRULE-X:1",
        ])
    func harmless(line: String) throws {
        let (occurrences, findings) = try Occurrences.read(event: "DTSTART;VALUE=DATE:20270426", line)
        #expect(findings == [])
        #expect(occurrences == ["2027-04-26"])
    }

    @Test(
        "an empty property that could count is told of",
        arguments: [
            "DTEND:", "DURATION:", "RRULE:", "RDATE:", "EXDATE:", "RECURRENCE-ID:", "EXRULE:", "DTEND;VALUE=DATE:",
        ])
    func empty(line: String) throws {
        let (occurrences, findings) = try Occurrences.read(event: "DTSTART;VALUE=DATE:20270426", line)
        let name = line.prefix { $0 != ":" && $0 != ";" }
        #expect(findings == ["4: warning: \(name) is empty; it is passed over"])
        #expect(occurrences == ["2027-04-26"])
    }

    @Test(
        "a malformed property that does not count is passed over, whatever stands before it",
        arguments: [
            "X-A;B=\"unterminated:foo", "DESCRIPTION;ALTREP=\":x", "SUMMARY;LANGUAGE=\"nl:Feest", "X-A;B=c", "x-a",
            "LOCATION;X", "ATTENDEE\(String(repeating: ";A=b", count: 30)):mailto:a@b.example",
        ])
    func malformed(line: String) throws {
        for before in ["RRULE:FREQ=DAILY;COUNT=1", "STATUS:CONFIRMED", "COMMENT:a"]
        where !before.hasPrefix("RR") || line != "LOCATION;X" {
            let (occurrences, findings) = try Occurrences.read(event: "DTSTART;VALUE=DATE:20270426", before, line)
            #expect(findings == ["5: warning: `\(line.prefix(64))` is no property; it is passed over"])
            #expect(occurrences == ["2027-04-26"])
        }
        let (_, inAlarm) = try Occurrences.read(
            event: "DTSTART;VALUE=DATE:20270426", "BEGIN:VALARM", "DURATION;X=\":PT1M", "END:VALARM")
        #expect(inAlarm == ["5: warning: `DURATION;X=\":PT1M` is no property; it is passed over"])
    }

    @Test("other components do no harm, and lines of nothing are told of")
    func components() throws {
        let text = [
            "\u{FEFF}begin:vcalendar", "VERSION:2.0", "BEGIN:VTODO", "DTSTART:nonsense", "END:VTODO", "BEGIN:X-FOO",
            "BEGIN:X-BAR", "END:X-BAR", "END:X-FOO", "BEGIN:VTIMEZONE", "TZID:Unused", "BEGIN:STANDARD",
            "RRULE:FREQ=SECONDLY",
            "END:STANDARD", "END:VTIMEZONE", "Begin:VEvent", "dtstart;value=date:20270426", "DESCRIPTION:one", "two",
            "End:VEvent", "END:VCALENDAR", "", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20270427", "END:VEVENT",
            "END:VCALENDAR",
        ]
        let (occurrences, findings) = try Occurrences.read(text.joined(separator: "\n"))
        #expect(findings == ["19: warning: `two` is no property; it is passed over"])
        #expect(occurrences == ["2027-04-26", "2027-04-27"])
    }

    @Test(
        "what counts and cannot be used is an error with its line",
        arguments: [
            ("DTSTART;VALUE=DATE:20270427", "4: error: event: DTSTART stands twice in one event"),
            ("EXDATE:1", "4: error: event: EXDATE `1` is no date"),
            ("EXDATE:20270230", "4: error: event: EXDATE `20270230` is no date"),
            ("RDATE:20270426,x", "4: error: event: RDATE `x` is no date"),
            ("RDATE;TZID=Nowhere:20270426T100000", "4: error: event: no time zone `Nowhere` is known"),
            ("RRULE:FREQ=SOMETIMES", "4: error: event: RRULE `FREQ=SOMETIMES` repeats neither"),
            ("RRULE:COUNT=1", "4: error: event: RRULE `COUNT=1` has no FREQ"),
            ("RRULE:FREQ=DAILY;COUNT=0", "4: error: event: RRULE `FREQ=DAILY;COUNT=0` has `COUNT=0`"),
            (
                "RRULE:FREQ=DAILY;COUNT=1;COUNT=2",
                "4: error: event: RRULE `FREQ=DAILY;COUNT=1;COUNT=2` has `COUNT` twice"
            ),
            ("RRULE:FREQ=DAILY;UNTIL=1", "4: error: event: RRULE `FREQ=DAILY;UNTIL=1` has `UNTIL=1`"),
            (
                "RRULE:FREQ=YEARLY;BYEASTER=1",
                "4: error: event: RRULE `FREQ=YEARLY;BYEASTER=1` has the unknown part `BYEASTER`"
            ),
            ("RRULE:FREQ=WEEKLY;BYDAY=1MO", "4: error: event: RRULE `FREQ=WEEKLY;BYDAY=1MO` counts weekdays"),
            ("RRULE:FREQ=YEARLY;\r\nBYMONTH=4", "5: error: `BYMONTH=4` is no property with a value"),
            ("RRULE:FREQ=WEEKLY;BYDAY=MO,\r\nTU;INTERVAL=2", "5: error: `TU;INTERVAL=2` is no property with a value"),
            ("UID;X=\":1", "4: error: `UID;X=\":1` is no property with a value"),
            ("EXDATE;X=\":20270426", "4: error: `EXDATE;X=\":20270426` is no property with a value"),
            ("RECURRENCE-ID;RANGE=THISANDPRIOR:20270426", "4: error: event: RANGE=THISANDPRIOR is not known"),
            (
                "DTEND;VALUE=DATE:20270427T100000",
                "4: error: event: DTEND `20270427T100000` has a time, but says VALUE=DATE"
            ),
        ])
    func unusable(line: String, expected: String) throws {
        let (_, findings) = try Occurrences.read(event: "DTSTART;VALUE=DATE:20270426", line)
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix(expected) == true, "\(findings)")
    }

    @Test("of many mistakes the first are told, and how many more there are")
    func many() throws {
        let events = (0..<1_000).map { _ in ["DTSTART:1", "SUMMARY:a", "nonsense"] }
        let (_, findings) = try Occurrences.read(Occurrences.calendar(events))
        #expect(findings.count == 42)
        #expect(findings.dropFirst(20).first?.hasSuffix("error: 980 more errors after this line") == true)
        #expect(findings.last?.hasSuffix("warning: 980 more warnings after this line") == true)
    }
}
