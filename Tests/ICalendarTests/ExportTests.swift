import TestSupport
import Testing

@testable import ICalendar

/// Calendars in the manner of programs that people have.
enum Exports {
    struct Export: Sendable {
        let program: String
        let text: String
        let occurrences: [String]
    }

    static let all: [Export] = [outlook, exchange, google, apple, thunderbird]

    static let outlook = Export(
        program: "Outlook",
        text: ExportedCalendar.text(
            """
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            VERSION:2.0
            METHOD:PUBLISH
            X-CALSTART:20261224T230000Z
            X-WR-RELCALID:{0000002E-1BCD-4A8D-9C1C-000000000000}
            X-WR-CALNAME:Feestdagen
            X-PRIMARY-CALENDAR:TRUE
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16011028T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010325T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            CATEGORIES:Feestdag
            CLASS:PUBLIC
            CREATED:20261101T100000Z
            DESCRIPTION:\\n
            DTEND;VALUE=DATE:20261227
            DTSTAMP:20261101T100000Z
            DTSTART;VALUE=DATE:20261225
            LAST-MODIFIED:20261101T100000Z
            LOCATION:
            PRIORITY:5
            RRULE:FREQ=YEARLY;UNTIL=20271224T230000Z;BYMONTHDAY=25;BYMONTH=12
            SEQUENCE:0
            SUMMARY;LANGUAGE=nl:Kerstmis
            TRANSP:TRANSPARENT
            UID:040000008200E00074C5B7101A82E00800000000
            X-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//E
            \tN">\\n<HTML>\\n</HTML>
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            X-MICROSOFT-CDO-IMPORTANCE:1
            BEGIN:VALARM
            TRIGGER:-PT1080M
            ACTION:DISPLAY
            DESCRIPTION:Reminder
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            DTEND;TZID="W. Europe Standard Time":20261231T173000
            DTSTAMP:20261101T100000Z
            DTSTART;TZID="W. Europe Standard Time":20261231T153000
            SUMMARY:Oudejaarsborrel
            UID:040000008200E00074C5B7101A82E00800000001
            END:VEVENT
            """),
        occurrences: [
            "2026-12-25 to 2026-12-26", "2026-12-31T15:30:00+01:00 to 2026-12-31T17:30:00+01:00",
            "2027-12-25 to 2027-12-26",
        ])

    static let exchange = Export(
        program: "Exchange",
        text: ExportedCalendar.text(
            """
            METHOD:PUBLISH
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            X-WR-CALNAME:Calendar
            \(ExportedCalendar.westEurope("Customized Time Zone"))
            """,
            """
            BEGIN:VEVENT
            DESCRIPTION:\\n
            RRULE:FREQ=WEEKLY;UNTIL=20270120T080000Z;INTERVAL=1;BYDAY=WE;WKST=MO
            EXDATE;TZID=Customized Time Zone:20270113T090000
            UID:040000008200E00074C5B7101A82E00800000002
            SUMMARY:Overleg
            DTSTART;TZID=Customized Time Zone:20270106T090000
            DTEND;TZID=Customized Time Zone:20270106T100000
            CLASS:PUBLIC
            PRIORITY:5
            DTSTAMP:20261101T100000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:0
            LOCATION:
            X-MICROSOFT-CDO-APPT-SEQUENCE:0
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            X-MICROSOFT-CDO-INSTTYPE:1
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E00800000002
            RECURRENCE-ID;TZID=Customized Time Zone:20270120T090000
            SUMMARY:Overleg
            DTSTART;TZID=Customized Time Zone:20270121T110000
            DTEND;TZID=Customized Time Zone:20270121T120000
            DTSTAMP:20261101T100000Z
            SEQUENCE:1
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E00800000003
            SUMMARY:Away
            DTSTART;VALUE=DATE:20270201
            DTEND;VALUE=DATE:20270203
            DTSTAMP:20261101T100000Z
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E00800000004
            DTSTART;TZID=tzone://Microsoft/Utc:20270301T080000
            DTEND;TZID=tzone://Microsoft/Utc:20270301T090000
            END:VEVENT
            """),
        occurrences: [
            "2027-01-06T09:00:00+01:00 to 2027-01-06T10:00:00+01:00",
            "2027-01-21T11:00:00+01:00 to 2027-01-21T12:00:00+01:00",
            "2027-02-01 to 2027-02-02", "2027-03-01T09:00:00+01:00 to 2027-03-01T10:00:00+01:00",
        ])

    static let google = Export(
        program: "Google",
        text: ExportedCalendar.text(
            """
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:Feestdagen in Nederland
            X-WR-TIMEZONE:UTC
            X-WR-CALDESC:Feestdagen in Nederland
            """,
            """
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270427
            DTEND;VALUE=DATE:20270428
            DTSTAMP:20261101T100000Z
            UID:20270427_000000000000000000000000@google.example
            CLASS:PUBLIC
            CREATED:20250101T000000Z
            DESCRIPTION:Nationale feestdag\\nGa naar Agenda-instellingen als je de feestdag
             en niet wilt zien
            LAST-MODIFIED:0000
            SEQUENCE:0
            STATUS:CONFIRMED
            SUMMARY:Koningsdag
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Amsterdam:20270503T170000
            DTEND;TZID=Europe/Amsterdam:20270503T180000
            RRULE:FREQ=DAILY;WKST=MO;UNTIL=20270505T215959Z
            EXDATE;TZID=Europe/Amsterdam:20270504T170000
            DTSTAMP:20261101T100000Z
            UID:abcdefghijklmnop@google.example
            STATUS:CONFIRMED
            SUMMARY:Vroeg dicht
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20270505T160000Z
            DTEND:20270505T170000Z
            UID:abcdefghijklmnop@google.example
            RECURRENCE-ID;TZID=Europe/Amsterdam:20270505T170000
            STATUS:CONFIRMED
            SUMMARY:Vroeg dicht
            END:VEVENT
            """),
        occurrences: [
            "2027-04-27", "2027-05-03T17:00:00+02:00 to 2027-05-03T18:00:00+02:00",
            "2027-05-05T18:00:00+02:00 to 2027-05-05T19:00:00+02:00",
        ])

    static let apple = Export(
        program: "Apple",
        text: ExportedCalendar.text(
            """
            METHOD:PUBLISH
            VERSION:2.0
            X-WR-CALNAME:Feestdagen
            PRODID:-//Apple Inc.//macOS 15.0//EN
            X-APPLE-CALENDAR-COLOR:#1BADF8
            X-WR-TIMEZONE:Europe/Amsterdam
            CALSCALE:GREGORIAN
            """,
            """
            BEGIN:VEVENT
            CREATED:20261101T100000Z
            DTEND;VALUE=DATE:20270102
            X-APPLE-UNIVERSAL-ID:00000000-0000-0000-0000-000000000000
            UID:00000000-0000-0000-0000-000000000001
            TRANSP:TRANSPARENT
            SUMMARY;LANGUAGE=nl:Nieuwjaarsdag
            DTSTART;VALUE=DATE:20270101
            DTSTAMP:20261101T100000Z
            CATEGORIES:Holidays
            SEQUENCE:0
            RRULE:FREQ=YEARLY;COUNT=2
            X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
            URL;VALUE=URI:
            BEGIN:VALARM
            UID:00000000-0000-0000-0000-000000000002
            TRIGGER;VALUE=DATE-TIME:19760401T005545Z
            ACTION:NONE
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-000000000003
            X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="Plein 1\\n
             1234 AB Stad":geo:52.0,4.3
            DTSTART;TZID=Europe/Amsterdam:20270108T120000
            DURATION:PT2H
            RDATE;TZID=Europe/Amsterdam:20270109T120000
            SUMMARY:Lunch
            END:VEVENT
            """),
        occurrences: [
            "2027-01-01", "2027-01-08T12:00:00+01:00 to 2027-01-08T14:00:00+01:00",
            "2027-01-09T12:00:00+01:00 to 2027-01-09T14:00:00+01:00", "2028-01-01",
        ])

    static let thunderbird = Export(
        program: "Thunderbird",
        text: ExportedCalendar.text(
            """
            PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:/freeassociation.sourceforge.net/Europe/Amsterdam
            X-LIC-LOCATION:Europe/Amsterdam
            BEGIN:STANDARD
            TZNAME:CET
            DTSTART:19700101T000000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            CREATED:20261101T100000Z
            LAST-MODIFIED:20261101T100000Z
            DTSTAMP:20261101T100000Z
            UID:00000000-0000-0000-0000-000000000004
            SUMMARY:Dodenherdenking
            DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20270504T180000
            DTEND;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20270504T210000
            TRANSP:OPAQUE
            X-MOZ-GENERATION:1
            END:VEVENT
            """),
        occurrences: ["2027-05-04T18:00:00+02:00 to 2027-05-04T21:00:00+02:00"])
}

@Suite("Exports of programs")
struct ExportTests {
    @Test("a calendar means what its program shows, and is not complained about", arguments: Exports.all.map(\.program))
    func export(program: String) throws {
        let export = try #require(Exports.all.first { $0.program == program })
        let (occurrences, findings) = try Occurrences.read(export.text)
        #expect(findings == [])
        #expect(occurrences == export.occurrences)
        // The same with other ends of lines.
        #expect(try Occurrences.read(export.text.replacing("\r\n", with: "\n")).occurrences == export.occurrences)
    }
}
