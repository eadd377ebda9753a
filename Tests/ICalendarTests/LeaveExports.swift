import TestSupport

/// Agents' calendars in the manner of programs that people have, each with the leave that a person who looks at it would say it tells.
///
/// Made by hand in the documented form of each; it is 2026-11-26, 10:00 in Amsterdam.
enum LeaveExports {
    struct Export: Sendable {
        let program: String
        let text: String
        /// As `LeaveText.line` writes it.
        let leave: [String]
        /// What does not count, with the first thing that hinders it.
        let others: [String]
        /// What counts besides with `--all`.
        var more: [String] = []
    }

    static let all: [Export] = [
        outlook, published, exchange, cdo, google, googleByThunderbird, apple, nextcloud, zimbra, sogo, teamup, people,
        clockedDays, generated,
    ]

    /// Saved from Outlook's desktop program. All-day events are free there, unless one says otherwise.
    static let outlook = Export(
        program: "Outlook",
        text: ExportedCalendar.text(
            """
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            VERSION:2.0
            METHOD:PUBLISH
            X-CALSTART:20260101T000000Z
            X-WR-CALNAME:Joke de Vries
            X-PRIMARY-CALENDAR:TRUE
            X-OWNER;CN="Joke de Vries":mailto:j.devries@supplier.example
            """ + "\n" + ExportedCalendar.westEurope(),
            """
            BEGIN:VEVENT
            CLASS:PUBLIC
            CREATED:20261101T100000Z
            DESCRIPTION:\\n
            DTEND;VALUE=DATE:20270102
            DTSTAMP:20261101T100000Z
            DTSTART;VALUE=DATE:20261224
            LAST-MODIFIED:20261101T100000Z
            PRIORITY:5
            SEQUENCE:0
            SUMMARY;LANGUAGE=nl:Kerstvakantie
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008A1
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-IMPORTANCE:1
            END:VEVENT
            BEGIN:VEVENT
            DTEND;TZID="W. Europe Standard Time":20270115T170000
            DTSTAMP:20261101T100000Z
            DTSTART;TZID="W. Europe Standard Time":20270115T130000
            SEQUENCE:0
            SUMMARY;LANGUAGE=nl:Tandarts
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008A2
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            END:VEVENT
            BEGIN:VEVENT
            DTEND;TZID="W. Europe Standard Time":20261130T110000
            DTSTAMP:20261101T100000Z
            DTSTART;TZID="W. Europe Standard Time":20261130T100000
            RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO
            SUMMARY;LANGUAGE=nl:Werkoverleg
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008A3
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            END:VEVENT
            BEGIN:VEVENT
            DTEND;VALUE=DATE:20260513
            DTSTAMP:20261101T100000Z
            DTSTART;VALUE=DATE:20260512
            RRULE:FREQ=YEARLY;BYMONTHDAY=12;BYMONTH=5
            SUMMARY;LANGUAGE=nl:Verjaardag van Mark
            TRANSP:TRANSPARENT
            UID:040000008200E00074C5B7101A82E008A4
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            END:VEVENT
            BEGIN:VEVENT
            DTEND;VALUE=DATE:20270121
            DTSTAMP:20261101T100000Z
            DTSTART;VALUE=DATE:20270120
            SUMMARY;LANGUAGE=nl:Thuis aan het werk
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008A5
            X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE
            END:VEVENT
            BEGIN:VEVENT
            DTEND;VALUE=DATE:20270225
            DTSTAMP:20261101T100000Z
            DTSTART;VALUE=DATE:20270224
            SUMMARY;LANGUAGE=nl:Open dag?
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E008A6
            X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
            END:VEVENT
            """),
        leave: [
            "2026-12-24 to 2027-01-01 of 040000008200E00074C5B7101A82E008A1",
            "2027-01-15T13:00:00+01:00 to 2027-01-15T17:00:00+01:00 of 040000008200E00074C5B7101A82E008A2",
        ],
        others: [
            "meeting 2026-11-30T10:00:00+01:00, 10", "free 2027-05-12T00:00:00+02:00, 2",
            "elsewhere 2027-01-20T00:00:00+01:00", "tentative 2027-02-24T00:00:00+01:00",
        ])

    /// Published on the web by Outlook or Exchange, with limited details: titles are the kind of time.
    static let published = Export(
        program: "Outlook, published",
        text: ExportedCalendar.text(
            """
            METHOD:PUBLISH
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            X-WR-CALNAME:Calendar
            """ + "\n" + ExportedCalendar.westEurope(),
            """
            BEGIN:VEVENT
            RRULE:FREQ=WEEKLY;UNTIL=20270115T120000Z;INTERVAL=1;BYDAY=FR;WKST=MO
            EXDATE;TZID=W. Europe Standard Time:20261225T130000
            UID:040000008200E00074C5B7101A82E008B1
            SUMMARY:Away
            DTSTART;TZID=W. Europe Standard Time:20261204T130000
            DTEND;TZID=W. Europe Standard Time:20261204T170000
            CLASS:PUBLIC
            PRIORITY:5
            DTSTAMP:20261126T080000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:0
            X-MICROSOFT-CDO-APPT-SEQUENCE:0
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            X-MICROSOFT-CDO-IMPORTANCE:1
            X-MICROSOFT-CDO-INSTTYPE:1
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E008B1
            RECURRENCE-ID;TZID=W. Europe Standard Time:20270108T130000
            SUMMARY:Away
            DTSTART;TZID=W. Europe Standard Time:20270107T130000
            DTEND;TZID=W. Europe Standard Time:20270107T170000
            DTSTAMP:20261126T080000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:1
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            X-MICROSOFT-CDO-INSTTYPE:3
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E008B2
            SUMMARY:Busy
            DTSTART;VALUE=DATE:20261207
            DTEND;VALUE=DATE:20261208
            DTSTAMP:20261126T080000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:0
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-INSTTYPE:0
            END:VEVENT
            BEGIN:VEVENT
            UID:040000008200E00074C5B7101A82E008B3
            SUMMARY:Free
            DTSTART;VALUE=DATE:20261208
            DTEND;VALUE=DATE:20261209
            DTSTAMP:20261126T080000Z
            TRANSP:TRANSPARENT
            STATUS:CONFIRMED
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            """),
        leave: [
            "2026-12-04T13:00:00+01:00 to 2026-12-04T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20261204T120000Z",
            "2026-12-07 of 040000008200E00074C5B7101A82E008B2",
            "2026-12-11T13:00:00+01:00 to 2026-12-11T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20261211T120000Z",
            "2026-12-18T13:00:00+01:00 to 2026-12-18T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20261218T120000Z",
            "2027-01-01T13:00:00+01:00 to 2027-01-01T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20270101T120000Z",
            "2027-01-07T13:00:00+01:00 to 2027-01-07T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20270108T120000Z",
            "2027-01-15T13:00:00+01:00 to 2027-01-15T17:00:00+01:00 of 040000008200E00074C5B7101A82E008B1/20270115T120000Z",
        ],
        others: ["free 2026-12-08T00:00:00+01:00"])

    /// By Exchange's web services: an all-day event is that of the zone in which it was made.
    static let exchange = Export(
        program: "Exchange, EWS",
        text: ExportedCalendar.text(
            """
            METHOD:PUBLISH
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:tzone://Microsoft/Utc
            BEGIN:STANDARD
            DTSTART:16010101T000000
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T000000
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0000
            END:DAYLIGHT
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            ORGANIZER;CN=Joke de Vries:MAILTO:j.devries@supplier.example
            SUMMARY;LANGUAGE=nl-NL:Studiereis
            DTSTART;TZID=Eastern Standard Time:20270301T000000
            DTEND;TZID=Eastern Standard Time:20270304T000000
            UID:040000008200E00074C5B7101A82E008C1
            CLASS:PUBLIC
            DTSTAMP:20261126T080000Z
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-INSTTYPE:0
            X-MICROSOFT-DISALLOW-COUNTER:FALSE
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY;LANGUAGE=nl-NL:Arts
            DTSTART;TZID=tzone://Microsoft/Utc:20270310T080000
            DTEND;TZID=tzone://Microsoft/Utc:20270310T103000
            UID:040000008200E00074C5B7101A82E008C2
            DTSTAMP:20261126T080000Z
            TRANSP:OPAQUE
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY;LANGUAGE=nl-NL:Geannuleerd: heidag
            DTSTART;VALUE=DATE:20270312
            DTEND;VALUE=DATE:20270313
            UID:040000008200E00074C5B7101A82E008C3
            DTSTAMP:20261126T080000Z
            TRANSP:TRANSPARENT
            STATUS:CANCELLED
            X-MICROSOFT-CDO-BUSYSTATUS:FREE
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            """),
        leave: [
            "2027-03-01 to 2027-03-03 of 040000008200E00074C5B7101A82E008C1",
            "2027-03-10T09:00:00+01:00 to 2027-03-10T11:30:00+01:00 of 040000008200E00074C5B7101A82E008C2",
        ],
        others: [])

    /// Old Exchange (CDO) and what stands on it: the bounds of the day in a zone that is not told, converted to UTC.
    static let cdo = Export(
        program: "Exchange, CDO",
        text: ExportedCalendar.text(
            """
            METHOD:PUBLISH
            PRODID:Microsoft CDO for Microsoft Exchange
            VERSION:2.0
            """,
            """
            BEGIN:VEVENT
            DTSTAMP:20261126T080000Z
            DTSTART:20270704T220000Z
            SUMMARY:Zomer
            UID:040000008200E00074C5B7101A82E008D1
            DTEND:20270716T220000Z
            X-MICROSOFT-CDO-BUSYSTATUS:OUTOFOFFICE
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTAMP:20261126T080000Z
            DTSTART:20270803T230000Z
            SUMMARY:London
            UID:040000008200E00074C5B7101A82E008D2
            DTEND:20270805T230000Z
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            """),
        leave: [
            "2027-07-05 to 2027-07-16 of 040000008200E00074C5B7101A82E008D1",
            "2027-08-04 to 2027-08-05 of 040000008200E00074C5B7101A82E008D2",
        ],
        others: [])

    /// Google's secret address. Nothing there says *out of office*: a whole day of it is whole days, a part of a day looks like a meeting.
    static let google = Export(
        program: "Google",
        text: ExportedCalendar.text(
            """
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:j.devries@supplier.example
            X-WR-TIMEZONE:Europe/Amsterdam
            """,
            """
            BEGIN:VEVENT
            DTSTART:20270131T230000Z
            DTEND:20270205T230000Z
            DTSTAMP:20261126T080000Z
            UID:aaaaaaaaaaaaaaaaaaaaaaaaaa@google.example
            CREATED:20261101T100000Z
            DESCRIPTION:
            LAST-MODIFIED:20261101T100000Z
            LOCATION:
            SEQUENCE:0
            STATUS:CONFIRMED
            SUMMARY:Niet op kantoor
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20270210T120000Z
            DTEND:20270210T160000Z
            DTSTAMP:20261126T080000Z
            UID:bbbbbbbbbbbbbbbbbbbbbbbbbb@google.example
            STATUS:CONFIRMED
            SUMMARY:Niet op kantoor
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270301
            DTEND;VALUE=DATE:20270302
            RRULE:FREQ=WEEKLY;WKST=MO;COUNT=4;BYDAY=MO
            EXDATE;VALUE=DATE:20270308
            DTSTAMP:20261126T080000Z
            UID:cccccccccccccccccccccccccc@google.example
            STATUS:CONFIRMED
            SUMMARY:Ouderschapsverlof
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270317
            DTEND;VALUE=DATE:20270318
            DTSTAMP:20261126T080000Z
            UID:cccccccccccccccccccccccccc@google.example
            RECURRENCE-ID;VALUE=DATE:20270315
            STATUS:CONFIRMED
            SUMMARY:Ouderschapsverlof
            TRANSP:OPAQUE
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270401
            DTEND;VALUE=DATE:20270402
            DTSTAMP:20261126T080000Z
            UID:dddddddddddddddddddddddddd@google.example
            STATUS:CONFIRMED
            SUMMARY:Mark jarig
            TRANSP:TRANSPARENT
            END:VEVENT
            """),
        leave: [
            "2027-02-01 to 2027-02-05 of aaaaaaaaaaaaaaaaaaaaaaaaaa@google.example",
            "2027-03-01 of cccccccccccccccccccccccccc@google.example/20270301",
            "2027-03-17 of cccccccccccccccccccccccccc@google.example/20270315",
            "2027-03-22 of cccccccccccccccccccccccccc@google.example/20270322",
        ],
        others: ["meeting 2027-02-10T13:00:00+01:00", "free 2027-04-01T00:00:00+02:00"],
        more: [
            "2027-02-10T13:00:00+01:00 to 2027-02-10T17:00:00+01:00 of bbbbbbbbbbbbbbbbbbbbbbbbbb@google.example"
        ])

    /// The same calendar through Thunderbird, which knows Google's kinds of events.
    static let googleByThunderbird = Export(
        program: "Google, by Thunderbird",
        text: ExportedCalendar.text(
            """
            PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
            VERSION:2.0
            """,
            """
            BEGIN:VEVENT
            CREATED:20261101T100000Z
            LAST-MODIFIED:20261101T100000Z
            DTSTAMP:20261126T080000Z
            UID:bbbbbbbbbbbbbbbbbbbbbbbbbb@google.example
            SUMMARY:Niet op kantoor
            CLASS:PUBLIC
            STATUS:CONFIRMED
            DTSTART;TZID=Europe/Amsterdam:20270210T130000
            DTEND;TZID=Europe/Amsterdam:20270210T170000
            X-GOOGLE-EVENT-TYPE:outOfOffice
            X-MOZ-GENERATION:2
            END:VEVENT
            BEGIN:VEVENT
            DTSTAMP:20261126T080000Z
            UID:eeeeeeeeeeeeeeeeeeeeeeeeee@google.example
            SUMMARY:Focustijd
            DTSTART;TZID=Europe/Amsterdam:20270211T090000
            DTEND;TZID=Europe/Amsterdam:20270211T120000
            X-GOOGLE-EVENT-TYPE:focusTime
            TRANSP:OPAQUE
            END:VEVENT
            """),
        leave: [
            "2027-02-10T13:00:00+01:00 to 2027-02-10T17:00:00+01:00 of bbbbbbbbbbbbbbbbbbbbbbbbbb@google.example"
        ],
        others: ["meeting 2027-02-11T09:00:00+01:00"])

    static let apple = Export(
        program: "Apple",
        text: ExportedCalendar.text(
            """
            CALSCALE:GREGORIAN
            PRODID:-//Apple Inc.//macOS 15.0//EN
            VERSION:2.0
            X-APPLE-CALENDAR-COLOR:#CC73E1
            X-WR-CALNAME:Werk
            """,
            """
            BEGIN:VEVENT
            TRANSP:OPAQUE
            DTEND;VALUE=DATE:20270508
            UID:00000000-0000-0000-0000-0000000000A1
            DTSTAMP:20261126T080000Z
            LOCATION:
            DESCRIPTION:
            STATUS:CONFIRMED
            SEQUENCE:0
            X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
            SUMMARY:Meivakantie
            CREATED:20261101T100000Z
            DTSTART;VALUE=DATE:20270501
            X-APPLE-CREATOR-IDENTITY:com.apple.mobilecal
            BEGIN:VALARM
            X-WR-ALARMUID:00000000-0000-0000-0000-0000000000A2
            TRIGGER:-PT15H
            X-APPLE-DEFAULT-ALARM:TRUE
            ACTION:DISPLAY
            DESCRIPTION:Melding
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000A3
            DTSTAMP:20261126T080000Z
            DTSTART;TZID=Europe/Amsterdam:20270601T090000
            DURATION:PT1H
            SUMMARY:Overleg
            END:VEVENT
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000A4
            TRANSP:TRANSPARENT
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20270605
            DTEND;VALUE=DATE:20270606
            SUMMARY:Sportdag van de kinderen
            END:VEVENT
            """),
        leave: ["2027-05-01 to 2027-05-07 of 00000000-0000-0000-0000-0000000000A1"],
        others: ["meeting 2027-06-01T09:00:00+02:00", "free 2027-06-05T00:00:00+02:00"])

    /// Nextcloud writes an absence of the personal settings as an event from midnight to midnight.
    static let nextcloud = Export(
        program: "Nextcloud",
        text: ExportedCalendar.text(
            """
            VERSION:2.0
            CALSCALE:GREGORIAN
            PRODID:-//SabreDAV//SabreDAV//EN
            X-WR-CALNAME:Persoonlijk
            X-APPLE-CALENDAR-COLOR:#0082c9
            REFRESH-INTERVAL;VALUE=DURATION:PT4H
            X-PUBLISHED-TTL:PT4H
            BEGIN:VTIMEZONE
            TZID:Europe/Amsterdam
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000B1
            DTSTAMP:20261126T080000Z
            SUMMARY:Op vakantie
            DESCRIPTION:Terug op 5 april
            STATUS:CONFIRMED
            DTSTART;TZID=Europe/Amsterdam:20270322T000000
            DTEND;TZID=Europe/Amsterdam:20270405T000000
            X-NEXTCLOUD-OUT-OF-OFFICE:17
            END:VEVENT
            BEGIN:VEVENT
            CREATED:20261101T100000Z
            DTSTAMP:20261126T080000Z
            LAST-MODIFIED:20261101T100000Z
            SEQUENCE:2
            UID:00000000-0000-0000-0000-0000000000B2
            DTSTART;TZID=Europe/Amsterdam:20270406T100000
            DTEND;TZID=Europe/Amsterdam:20270406T110000
            STATUS:CONFIRMED
            SUMMARY:Kennismaking
            END:VEVENT
            """),
        leave: ["2027-03-22 to 2027-04-04 of 00000000-0000-0000-0000-0000000000B1"],
        others: ["meeting 2027-04-06T10:00:00+02:00"])

    /// Zimbra tells the kind of time by the intended status alone.
    static let zimbra = Export(
        program: "Zimbra",
        text: ExportedCalendar.text(
            """
            X-WR-CALNAME:Calendar
            X-WR-CALID:00000000-0000-0000-0000-0000000000C0:10
            PRODID:Zimbra-Calendar-Provider
            VERSION:2.0
            METHOD:PUBLISH
            BEGIN:VTIMEZONE
            TZID:(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna
            BEGIN:STANDARD
            DTSTART:19710101T030000
            TZOFFSETTO:+0100
            TZOFFSETFROM:+0200
            RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19710101T020000
            TZOFFSETTO:+0200
            TZOFFSETFROM:+0100
            RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000C1
            SUMMARY:Vrij
            DTSTART;TZID="(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna":20270419T080000
            DTEND;TZID="(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna":20270419T120000
            STATUS:CONFIRMED
            CLASS:PUBLIC
            X-MICROSOFT-CDO-INTENDEDSTATUS:OOF
            TRANSP:OPAQUE
            DTSTAMP:20261126T080000Z
            SEQUENCE:1
            END:VEVENT
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000C2
            RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20270512
            SUMMARY:Papadag
            DTSTART;VALUE=DATE:20270421
            DTEND;VALUE=DATE:20270422
            STATUS:CONFIRMED
            CLASS:PUBLIC
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
            TRANSP:OPAQUE
            DTSTAMP:20261126T080000Z
            SEQUENCE:0
            EXDATE;VALUE=DATE:20270505
            END:VEVENT
            BEGIN:VEVENT
            UID:00000000-0000-0000-0000-0000000000C3
            SUMMARY:Koningsdag
            DTSTART;VALUE=DATE:20270427
            DTEND;VALUE=DATE:20270428
            STATUS:CONFIRMED
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-INTENDEDSTATUS:FREE
            TRANSP:TRANSPARENT
            DTSTAMP:20261126T080000Z
            END:VEVENT
            """),
        leave: [
            "2027-04-19T08:00:00+02:00 to 2027-04-19T12:00:00+02:00 of 00000000-0000-0000-0000-0000000000C1",
            "2027-04-21 of 00000000-0000-0000-0000-0000000000C2/20270421",
            "2027-04-28 of 00000000-0000-0000-0000-0000000000C2/20270428",
            "2027-05-12 of 00000000-0000-0000-0000-0000000000C2/20270512",
        ],
        others: ["free 2027-04-27T00:00:00+02:00"])

    static let sogo = Export(
        program: "SOGo",
        text: ExportedCalendar.text(
            """
            PRODID:-//Inverse inc./SOGo 5.8//EN
            VERSION:2.0
            X-WR-CALNAME:Persoonlijke agenda
            """,
            """
            BEGIN:VEVENT
            UID:1A-65000000-1-00000000
            SUMMARY:Verlof
            CLASS:CONFIDENTIAL
            PRIORITY:5
            CREATED:20261101T100000Z
            DTSTAMP:20261126T080000Z
            LAST-MODIFIED:20261101T100000Z
            DTSTART;VALUE=DATE:20270510
            DTEND;VALUE=DATE:20270515
            TRANSP:OPAQUE
            X-SOGO-COMPONENT-CREATED-BY:jdevries
            END:VEVENT
            BEGIN:VEVENT
            UID:1A-65000000-3-00000000
            SUMMARY:Nog te vragen
            STATUS:TENTATIVE
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20270524
            DURATION:P1W
            TRANSP:OPAQUE
            END:VEVENT
            """),
        leave: ["2027-05-10 to 2027-05-14 of 1A-65000000-1-00000000"],
        others: ["tentative 2027-05-24T00:00:00+02:00"])

    static let teamup = Export(
        program: "Teamup",
        text: ExportedCalendar.text(
            """
            VERSION:2.0
            PRODID:-//Teamup Solutions AG//Teamup Calendar//EN
            METHOD:PUBLISH
            X-WR-CALNAME:Afwezig: Joke
            X-PUBLISHED-TTL:PT15M
            BEGIN:VTIMEZONE
            TZID:Europe/Amsterdam
            TZURL:https://tz.example/zoneinfo-outlook/Europe/Amsterdam
            X-LIC-LOCATION:Europe/Amsterdam
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """,
            """
            BEGIN:VEVENT
            UID:TU100000001
            DTSTART;VALUE=DATE:20270614
            SEQUENCE:0
            TRANSP:OPAQUE
            DTEND;VALUE=DATE:20270619
            URL:https://teamup.example/kalender/events/100000001
            SUMMARY:Vakantie
            CLASS:PUBLIC
            CATEGORIES:Afwezig
            DTSTAMP:20261126T080000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:TU100000002
            DTSTART;TZID=Europe/Amsterdam:20270621T090000
            SEQUENCE:0
            TRANSP:OPAQUE
            DTEND;TZID=Europe/Amsterdam:20270621T120000
            SUMMARY:Cursus
            DTSTAMP:20261126T080000Z
            END:VEVENT
            """),
        leave: ["2027-06-14 to 2027-06-18 of TU100000001"],
        others: ["meeting 2027-06-21T09:00:00+02:00"])

    /// An HR system's subscription to one person's absences: all-day, the kind in the title, half a day with times.
    static let people = Export(
        program: "HR system, all-day list",
        text: ExportedCalendar.text(
            """
            PRODID:-//people.example//Absences//NL
            VERSION:2.0
            CALSCALE:GREGORIAN
            X-WR-CALNAME:Afwezigheid
            X-WR-TIMEZONE:Europe/Amsterdam
            """,
            """
            BEGIN:VEVENT
            UID:absence-4711@people.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20261221
            DTEND;VALUE=DATE:20270101
            SUMMARY:[Vakantie] Joke de Vries
            END:VEVENT
            BEGIN:VEVENT
            UID:absence-4712@people.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20261126
            SUMMARY:[Ziek] Joke de Vries
            END:VEVENT
            BEGIN:VEVENT
            UID:absence-4713@people.example
            DTSTAMP:20261126T080000Z
            DTSTART;TZID=Europe/Amsterdam:20270104T080000
            DTEND;TZID=Europe/Amsterdam:20270104T120000
            SUMMARY:[Vakantie\\, halve dag] Joke de Vries
            END:VEVENT
            BEGIN:VEVENT
            UID:absence-4600@people.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20260706
            DTEND;VALUE=DATE:20260725
            SUMMARY:[Vakantie] Joke de Vries
            END:VEVENT
            """),
        leave: [
            "2026-11-26 of absence-4712@people.example", "2026-12-21 to 2026-12-31 of absence-4711@people.example",
        ],
        others: ["meeting 2027-01-04T08:00:00+01:00"],
        more: ["2027-01-04T08:00:00+01:00 to 2027-01-04T12:00:00+01:00 of absence-4713@people.example"])

    /// An HR system that knows no days: from 0:00 to 23:59 on no clock, with a byte order mark, a bare LF and a Z too many.
    static let clockedDays = Export(
        program: "HR system, days by the clock",
        text: "\u{FEFF}"
            + ExportedCalendar.text(
                """
                VERSION:2.0
                PRODID:-//verlof.example//NL
                """,
                """
                BEGIN:VEVENT
                UID:20270705-1234
                DTSTART:20270705T000000
                DTEND:20270723T235900
                SUMMARY:Bijzonder verlof
                TRANSP:OPAQUE
                END:VEVENT
                BEGIN:VEVENT
                UID:20270802-1234
                DTSTART:20270802T000000Z
                DTEND:20270802T235959Z
                SUMMARY:ADV
                END:VEVENT
                """
            ).replacing("\r\n", with: "\n"),
        leave: ["2027-07-05 to 2027-07-23 of 20270705-1234", "2027-08-02 of 20270802-1234"],
        others: [])

    /// Written by a leave application for Outlook; what is asked for is tentative there.
    static let generated = Export(
        program: "HR system, for Outlook",
        text: ExportedCalendar.text(
            """
            VERSION:2.0
            PRODID:-//leave.example//Leave Calendar//EN
            METHOD:PUBLISH
            """,
            """
            BEGIN:VEVENT
            UID:leave-88@leave.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20270816
            DTEND;VALUE=DATE:20270821
            SUMMARY:Annual leave (Out of Office) - Joke de Vries
            DESCRIPTION:Approved annual leave (5 working days).
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            X-MICROSOFT-CDO-INTENDEDSTATUS:OOF
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            BEGIN:VEVENT
            UID:leave-89@leave.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20270906
            DTEND;VALUE=DATE:20270911
            SUMMARY:Annual leave (requested) - Joke de Vries
            STATUS:TENTATIVE
            TRANSP:OPAQUE
            X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            END:VEVENT
            BEGIN:VEVENT
            UID:leave-90@leave.example
            DTSTAMP:20261126T080000Z
            DTSTART;VALUE=DATE:20270920
            DTEND;VALUE=DATE:20270921
            SUMMARY:Cancelled: annual leave - Joke de Vries
            STATUS:CANCELLED
            SEQUENCE:1
            END:VEVENT
            """),
        leave: ["2027-08-16 to 2027-08-20 of leave-88@leave.example"],
        others: ["tentative 2027-09-06T00:00:00+02:00"])
}
