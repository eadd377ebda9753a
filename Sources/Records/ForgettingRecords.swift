package import Routing
package import Time

/// How what was kept long enough is forgotten, and what is known of the clock by which that is told. The methods block, and are durable,
/// as those of `RosterRecords`.
package protocol ForgettingRecords: Sendable {
    /// When the newest call or absence was recorded; nil when there is none.
    func newestRecord() throws(LedgerError) -> Instant?

    /// Until when the clock was not trusted at the last jump; nil when it never jumped.
    func distrustedUntil() throws(LedgerError) -> Instant?

    func distrust(until instant: Instant) throws(LedgerError)

    /// The day that goes on at an instant, or else one that begins then: within it so much of the recorded time may be forgotten, counted
    /// from the oldest record. A restart does not begin another day. Nil when nothing is recorded.
    func forgettingDay(at instant: Instant, budget: Milliseconds) throws(LedgerError) -> ForgettingDay?

    /// Removes what is older than a day's bounds, the oldest first, in one transaction. Open cases and open missed calls stay, and what is told
    /// once only for as long as what it is about lasts.
    ///
    /// - Parameters:
    ///   - limit: The most records that are removed or changed.
    ///   - block: The client's block that a number is in, to which it is cut; nil where it is in none.
    /// - Returns: How many were.
    func forget(
        _ bounds: ForgettingDay, atMost limit: Int, block: (PhoneNumber) -> NumberBlock?
    ) throws(LedgerError) -> Int
}

/// Up to where records may be forgotten on one day; `.earliest`: nothing is.
package struct ForgettingDay: Sendable, Equatable {
    /// Also cases that were closed before, with their history, missed calls that are done since before, and versions of the directory that
    /// none of the calls was decided with that are left.
    package let callsBefore: Instant
    /// Of callers and of those who were called.
    package let numbersBefore: Instant
    /// Absences and deputyships are counted from their ends, the history from when something was done.
    package let absencesBefore: Instant
    /// Counted from when what they are about was over.
    package let eventsBefore: Instant

    package init(callsBefore: Instant, numbersBefore: Instant, absencesBefore: Instant, eventsBefore: Instant) {
        self.callsBefore = callsBefore
        self.numbersBefore = numbersBefore
        self.absencesBefore = absencesBefore
        self.eventsBefore = eventsBefore
    }

    /// The earlier bound of each kind.
    package func limited(to other: ForgettingDay) -> ForgettingDay {
        ForgettingDay(
            callsBefore: min(callsBefore, other.callsBefore), numbersBefore: min(numbersBefore, other.numbersBefore),
            absencesBefore: min(absencesBefore, other.absencesBefore),
            eventsBefore: min(eventsBefore, other.eventsBefore))
    }
}
