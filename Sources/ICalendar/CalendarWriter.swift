package import Time

/// An event of a feed.
package struct FeedEvent: Hashable, Sendable {
    package enum When: Hashable, Sendable {
        /// Whole days; never empty.
        case days(Range<CalendarDay>)
        case time(Interval)
    }

    /// The same for the same thing in every version of the feed, so that readers change what they have; unique in the world.
    package let uid: String
    package let when: When
    package let summary: String
    package let description: String?

    package init(uid: String, when: When, summary: String, description: String? = nil) {
        self.uid = uid
        self.when = when
        self.summary = summary
        self.description = description
    }
}

/// Writes a feed that calendars subscribe to (RFC 5545).
///
/// Its events take up nobody's time (TRANSP:TRANSPARENT): who reads that a colleague is away is not away himself, and an agent's own feed
/// that is read back is no leave.
package struct CalendarWriter: Sendable {
    private let product: String
    private let name: String
    private let made: Instant

    /// - Parameters:
    ///   - product: What wrote it (PRODID), such as `majord 0.2.0`.
    ///   - name: What a calendar shows it as.
    ///   - made: When it was made (DTSTAMP).
    package init(product: String, name: String, made: Instant) {
        self.product = product
        self.name = name
        self.made = made
    }

    package func text(_ events: [FeedEvent]) -> String {
        var output = ""
        func line(_ text: String) {
            Self.fold(text, into: &output)
        }
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//majord//\(CalendarText.escaped(product))//EN")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        // Not in RFC 5545, but read by all: the name, and how often to come back (NAME and REFRESH-INTERVAL are RFC 7986's).
        line("NAME:\(CalendarText.escaped(name))")
        line("X-WR-CALNAME:\(CalendarText.escaped(name))")
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
        line("X-PUBLISHED-TTL:PT1H")
        let stamp = CalendarText.utc(made)
        for event in events {
            line("BEGIN:VEVENT")
            line("UID:\(CalendarText.escaped(event.uid))")
            line("DTSTAMP:\(stamp)")
            switch event.when {
            case .days(let days):
                line("DTSTART;VALUE=DATE:\(CalendarText.date(days.lowerBound))")
                line("DTEND;VALUE=DATE:\(CalendarText.date(days.upperBound))")
            case .time(let interval):
                line("DTSTART:\(CalendarText.utc(interval.start))")
                line("DTEND:\(CalendarText.utc(interval.end))")
            }
            line("SUMMARY:\(CalendarText.escaped(event.summary))")
            if let description = event.description { line("DESCRIPTION:\(CalendarText.escaped(description))") }
            line("TRANSP:TRANSPARENT")
            line("END:VEVENT")
        }
        line("END:VCALENDAR")
        return output
    }

    /// Lines of at most 75 octets without their end; the rest goes on in the next one after a space, and no character is broken
    /// (section 3.1).
    private static func fold(_ line: String, into output: inout String) {
        var length = 0
        for character in line.unicodeScalars {
            let octets = UTF8.width(character)
            if length + octets > 75 {
                output += "\r\n "
                length = 1
            }
            output.unicodeScalars.append(character)
            length += octets
        }
        output += "\r\n"
    }
}
