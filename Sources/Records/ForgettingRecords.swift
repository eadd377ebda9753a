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

    /// Removes calls, and from younger ones callers' numbers, the oldest first, in one transaction.
    ///
    /// - Parameter limit: The most records that are removed or changed.
    /// - Returns: How many were.
    func forget(
        callsBefore calls: Instant, numbersBefore numbers: Instant, atMost limit: Int
    ) throws(LedgerError) -> Int
}

/// Up to where records may be forgotten on one day.
package struct ForgettingDay: Sendable, Equatable {
    package let callsBefore: Instant
    package let numbersBefore: Instant

    package init(callsBefore: Instant, numbersBefore: Instant) {
        self.callsBefore = callsBefore
        self.numbersBefore = numbersBefore
    }
}
