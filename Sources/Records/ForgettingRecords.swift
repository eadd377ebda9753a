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

    /// Removes what is older than a day's bounds, the oldest first, in one transaction: calls, from younger ones callers' numbers, absences and
    /// deputyships that were over before, and the history of what is gone.
    ///
    /// - Parameter limit: The most records that are removed or changed.
    /// - Returns: How many were.
    func forget(_ bounds: ForgettingDay, atMost limit: Int) throws(LedgerError) -> Int
}

/// Up to where records may be forgotten on one day; `.earliest`: nothing is.
package struct ForgettingDay: Sendable, Equatable {
    package let callsBefore: Instant
    package let numbersBefore: Instant
    /// Absences and deputyships are counted from their ends, the history from when something was done.
    package let absencesBefore: Instant

    package init(callsBefore: Instant, numbersBefore: Instant, absencesBefore: Instant) {
        self.callsBefore = callsBefore
        self.numbersBefore = numbersBefore
        self.absencesBefore = absencesBefore
    }

    /// The earlier bound of each kind.
    package func limited(to other: ForgettingDay) -> ForgettingDay {
        ForgettingDay(
            callsBefore: min(callsBefore, other.callsBefore), numbersBefore: min(numbersBefore, other.numbersBefore),
            absencesBefore: min(absencesBefore, other.absencesBefore))
    }
}
