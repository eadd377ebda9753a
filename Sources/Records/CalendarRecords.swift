package import Routing
package import Time

/// What is kept of calendars that are read as leave. How one was read is written with its absences, by `RosterWriting`. The methods
/// block, as those of `RosterRecords`.
package protocol CalendarRecords: Sendable {
    /// Every calendar that somebody has tried to read, in the order of sources and agents.
    func calendars() throws(LedgerError) -> [CalendarStanding]

    /// All absences that a calendar has made, those that are over or were cancelled included, in the order of their numbers.
    func absences(of calendar: CalendarID) throws(LedgerError) -> [Absence]

    /// Every agent of whom a source has made an absence, and from whom an absence was given to this one, if any.
    func agents(of source: String, givenTo agent: AgentID) throws(LedgerError) -> (all: [AgentID], givers: Set<AgentID>)
}

/// One agent's calendar from one source.
package struct CalendarID: Hashable, Sendable {
    /// The name under which it is read, such as `hr`.
    package let source: String
    package let agent: AgentID

    package init(source: String, agent: AgentID) {
        self.source = source
        self.agent = agent
    }
}

/// How reading a calendar has gone.
package struct CalendarStanding: Hashable, Sendable {
    package struct Failure: Hashable, Sendable {
        package let at: Instant
        package let why: String

        package init(at instant: Instant, why: String) {
            at = instant
            self.why = why
        }
    }

    package let calendar: CalendarID
    /// When it was read last as a calendar; nil: never.
    package let read: Instant?
    /// When that last changed anything; nil: never, or before that was kept.
    package let changed: Instant?
    /// How many absences it made then.
    package let absences: Int
    /// What has gone wrong since.
    package let failure: Failure?

    package init(calendar: CalendarID, read: Instant?, changed: Instant?, absences: Int, failure: Failure?) {
        self.calendar = calendar
        self.read = read
        self.changed = changed
        self.absences = absences
        self.failure = failure
    }
}
