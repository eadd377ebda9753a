package import Time

/// A stretch of an agent's calendar that counts as leave: what majord is told of it.
package struct LeaveEntry: Hashable, Sendable {
    /// What identifies it over all versions of a calendar.
    package struct Identity: Hashable, Comparable, Sendable {
        package let uid: String
        /// Which occurrence of a series it is: where it stands in the series, whatever it was moved to. A day as `20270120`, a time as
        /// `20270120T080000Z`, however the file writes it; nil for an event that takes place once.
        package let recurrence: String?

        package init(uid: String, recurrence: String?) {
            self.uid = uid
            self.recurrence = recurrence
        }

        /// The number of an event among several that have one UID, behind it: `abc #2`.
        static let ordinal = " #"

        /// The same for all events that have one UID.
        var ofEvent: Identity {
            let words = uid.split(separator: Self.ordinal, omittingEmptySubsequences: false)
            guard words.count > 1, let last = words.last, Int(last) != nil else { return self }
            return Identity(uid: words.dropLast().joined(separator: Self.ordinal), recurrence: recurrence)
        }

        package static func < (one: Identity, other: Identity) -> Bool {
            (one.uid, one.recurrence ?? "") < (other.uid, other.recurrence ?? "")
        }
    }

    package let identity: Identity
    package let interval: Interval

    package init(identity: Identity, interval: Interval) {
        self.identity = identity
        self.interval = interval
    }
}

/// The same with what a person needs to find it in his calendar.
///
/// Of an event's text nothing but its title is here, and that only for the dry run: a title says why somebody is away (`Sick`, `Hospital`),
/// which is nobody's business. It never leaves the program that reads the calendar.
package struct CalendarLeave: Hashable, Sendable {
    package let entry: LeaveEntry
    /// The days of an all-day event, on the service's calendar.
    package let days: Range<CalendarDay>?
    /// For the dry run alone.
    package let title: String?
    /// Where its event begins in the file.
    package let line: Int
}

extension CalendarLeave {
    package var identity: LeaveEntry.Identity { entry.identity }
    package var interval: Interval { entry.interval }
}

/// An event of an agent's calendar that does not count as leave.
package struct OtherEvent: Hashable, Sendable {
    /// The first thing about it that hinders it.
    package enum Reason: String, CaseIterable, Sendable {
        /// It takes up nobody's time (TRANSP:TRANSPARENT), or is shown as free.
        case free
        /// Nobody has said yes to it (STATUS:TENTATIVE, or shown as tentative).
        case tentative
        /// He works, in another place.
        case elsewhere
        /// It takes a part of a day, and does not say that he is out of office.
        case meeting
        /// It begins when it ends.
        case momentary
    }

    package let reason: Reason
    /// The first of its occurrences that are to come or go on.
    package let start: Instant
    /// How many there are, two years ahead.
    package let count: Int
    /// For the dry run alone.
    package let title: String?
    /// Where it begins in the file.
    package let line: Int
}

/// One reading of an agent's calendar.
package struct LeaveReading: Sendable {
    /// What goes on or is to come, two years ahead; by its start.
    package let leave: [CalendarLeave]
    /// What goes on or is to come and does not count, in the file's order.
    package let others: [OtherEvent]
    /// How many events the file has, whatever they mean.
    package let events: Int
    /// How many of them are cancelled (STATUS:CANCELLED).
    package let cancelled: Int
    /// What is wrong, errors first. With an error the rest is incomplete, and is not to be used.
    package let findings: [CalendarFinding]

    package var errors: [CalendarFinding] { findings.filter { $0.severity == .error } }
}
