import Foundation
import Testing

@testable import ICalendar

@Suite("Time zones of calendars")
struct ZoneTests {
    /// Noon of a July day in a zone, as the service in Amsterdam sees it.
    private func noon(_ zone: String, before: [String] = []) throws -> (occurrences: [String], findings: [String]) {
        let event = ["DTSTART;TZID=\(zone):20270714T120000", "DURATION:PT1H"]
        return try Occurrences.read(Occurrences.calendar([event], before: before))
    }

    @Test(
        "zones are known by IANA's names, Windows' names, what Windows shows, and programs' own prefixes",
        arguments: [
            ("Europe/London", 13), ("\"Europe/London\"", 13), ("GMT Standard Time", 13), ("GMT Daylight Time", 13),
            ("gmt standard time", 13), ("W. Europe Standard Time", 12), ("Romance Standard Time", 12),
            ("Central Europe Standard Time", 12), ("Central European Standard Time", 12), ("Eastern Standard Time", 18),
            ("Pacific Standard Time", 21), ("Tokyo Standard Time", 5), ("FLE Standard Time", 11),
            ("GTB Standard Time", 11),
            ("India Standard Time", 8), ("UTC", 14), ("Etc/UTC", 14), ("GMT", 14), ("Z", 14),
            ("tzone://Microsoft/Utc", 14),
            ("Coordinated Universal Time", 14),
            ("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", 12),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 12),
            ("\"Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", 12),
            ("\"(UTC+01:00) Amsterdam, Berlijn, Bern, Rome\"", 12),
            ("\"(GMT+01.00) Brussels\"", 12), ("\"(UTC) Dublin, Edinburgh, Lisbon, London\"", 13),
            ("\"(UTC-05:00) Eastern Time (US & Canada)\"", 18),
            ("/freeassociation.sourceforge.net/Europe/Amsterdam", 12),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/London", 13),
            ("/mozilla.org/20050126_1/Europe/London", 13),
            ("/citadel.org/20210210_1/America/New_York", 18),
            ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", 17),
            ("America/Argentina/Buenos_Aires", 17), ("Asia/Calcutta", 8), ("US/Eastern", 18), ("CET", 12),
            ("EST5EDT", 18),
            ("europe/london", 13), ("Etc/GMT-1", 13), ("UTC+01:00", 13), ("", 12),
        ])
    func names(zone: String, hour: Int) throws {
        let (occurrences, findings) = try noon(zone)
        #expect(findings == [])
        let day = hour < 12 ? 14 : 14
        let text = hour < 10 ? "0\(hour)" : "\(hour)"
        #expect(occurrences.first?.hasPrefix("2027-07-\(day)T\(text):") == true, "\(occurrences)")
    }

    @Test(
        "a name that nobody knows is an error that names it",
        arguments: [
            "Mars/Olympus", "Foo Standard Time", "Customized Time Zone", "tzone://Microsoft/Custom", "Tijdzone 1",
            "../../etc/passwd",
            "(UTC+01:00) Atlantis", "(UTC+03:00) Amsterdam", "/mozilla.org/20050126_1/Nowhere",
        ])
    func unknown(zone: String) throws {
        let (occurrences, findings) = try noon(zone)
        #expect(occurrences == [])
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("3: error: event: no time zone `\(zone)` is known") == true, "\(findings)")
    }

    private static let custom = [
        "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0300",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE",
    ]

    @Test("a name of one's own is what the file says; known names are what they are")
    func definitions() throws {
        let (occurrences, findings) = try noon("Customized Time Zone", before: Self.custom)
        #expect(findings == [])
        #expect(occurrences == ["2027-07-14T11:00:00+02:00 to 2027-07-14T12:00:00+02:00"])
        let winter = ["DTSTART;TZID=Customized Time Zone:20270114T120000", "DURATION:PT1H"]
        #expect(
            try Occurrences.read(Occurrences.calendar([winter], before: Self.custom)).occurrences
                == ["2027-01-14T11:00:00+01:00 to 2027-01-14T12:00:00+01:00"])
        let wrong = Self.custom.map { $0.replacing("Customized Time Zone", with: "Europe/London") }
        #expect(
            try noon("Europe/London", before: wrong).occurrences
                == ["2027-07-14T13:00:00+02:00 to 2027-07-14T14:00:00+02:00"])
        let fixed = [
            "BEGIN:VTIMEZONE", "TZID:Tijdzone 1", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0530",
            "TZOFFSETTO:+0530", "END:STANDARD", "END:VTIMEZONE",
        ]
        #expect(
            try noon("Tijdzone 1", before: fixed).occurrences
                == ["2027-07-14T08:30:00+02:00 to 2027-07-14T09:30:00+02:00"])
    }

    @Test(
        "a definition that cannot be used is an error with its line",
        arguments: [
            ("RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=SECONDLY", 14),
            ("TZOFFSETTO:+0300", "TZOFFSETTO:3", 13), ("DTSTART:16010101T020000", "DTSTART:", 11),
            ("BEGIN:DAYLIGHT", "BEGIN:STANDARD", 0),
        ])
    func badDefinitions(old: String, new: String, line: Int) throws {
        let lines = Self.custom.map { $0 == old ? new : $0 }
        let (occurrences, findings) = try noon("Customized Time Zone", before: lines)
        #expect(occurrences == [])
        #expect(findings.count == 1)
        if line > 0 { #expect(findings.first?.hasPrefix("\(line): error: ") == true, "\(findings)") }
    }

    @Test("Windows' names all lead to zones")
    func table() {
        #expect(WindowsZones.names.count > 250)
        for (name, zone) in WindowsZones.names { #expect(TimeZone(identifier: zone) != nil, "\(name)") }
    }

    @Test("a file may name only so many zones")
    func many() throws {
        let events = (0..<100).map { ["DTSTART;TZID=Z\($0):20270714T120000", "DURATION:PT1H"] }
        let (_, findings) = try Occurrences.read(Occurrences.calendar(events))
        #expect(findings.count == 22)
        #expect(findings.last?.contains("names the 65th time zone") == true)
    }
}
