/// Calendars in the manner of programs that people have, put together of what all of them have.
package enum ExportedCalendar {
    /// A calendar with CRLF at the ends of its lines.
    ///
    /// - Parameters:
    ///   - head: What stands before the events, with BEGIN of nothing.
    ///   - events: With their BEGIN and END.
    package static func text(_ head: String, _ events: String) -> String {
        ("BEGIN:VCALENDAR\n" + head + "\n" + events + "\nEND:VCALENDAR\n").replacing("\n", with: "\r\n")
    }

    /// Amsterdam's zone as Exchange and Outlook write it, under a name of theirs.
    package static func westEurope(_ name: String = "W. Europe Standard Time") -> String {
        """
        BEGIN:VTIMEZONE
        TZID:\(name)
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        """
    }
}
