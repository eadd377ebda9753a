package import Time

/// A client's calls in service hours that none of his own people answered: one caller's within ten minutes. It is open until somebody has
/// called back, or the caller was answered when he called again; it belongs to the client's pair.
package struct MissedCall: Hashable, Sendable {
    /// How it ended.
    package enum How: String, CaseIterable, Sendable {
        /// The caller hung up before anybody answered.
        case abandoned
        /// All who were tried did not answer.
        case noAnswer = "no-answer"
        /// The overflow answered.
        case overflow
        /// Nobody was there, or all who were there were on the phone.
        case nobody
    }

    /// By what a missed call is over.
    package enum Way: String, CaseIterable, Sendable {
        /// The caller called again, and was answered.
        case answered
        /// Somebody of the client's people dialled his number, and was answered.
        case called
        /// Somebody has said so.
        case byHand = "by-hand"
        /// A report that came late told that it had been answered.
        case corrected
    }

    package struct Closing: Hashable, Sendable {
        package let way: Way
        /// The agent's id, or of one that is closed by hand the user.
        package let by: String
        package let at: Instant
        package let note: String?

        package init(_ way: Way, by: String, at: Instant, note: String? = nil) {
            self.way = way
            self.by = by
            self.at = at
            self.note = note
        }
    }

    /// Calls of one caller that follow each other within this time are one missed call.
    package static let joining = Milliseconds.minutes(10)

    /// The ledger's number; missed calls are counted by themselves.
    package let id: Int64
    package let client: ClientID
    /// Nil for one who tells no number, and once it was forgotten.
    package let caller: PhoneNumber?
    /// What stands in the number's place, where it was forgotten by itself: the same in the records of calls that had it.
    package let token: String?
    /// The contact's name.
    package let contact: String?
    /// Of the last call.
    package var how: How
    package var calls: Int
    /// When the first call came.
    package let first: Instant
    /// When the last one ended.
    package var last: Instant
    /// When it is overdue; nil where service never opens for so long.
    package let due: Instant?
    /// How often his number was dialled without an answer.
    package var attempts: Int
    package var attempted: Instant?
    package var closing: Closing?

    package init(
        id: Int64, client: ClientID, caller: PhoneNumber?, contact: String?, how: How, calls: Int = 1, first: Instant,
        last: Instant, due: Instant?, attempts: Int = 0, attempted: Instant? = nil, closing: Closing? = nil,
        token: String? = nil
    ) {
        self.id = id
        self.client = client
        self.caller = caller
        self.token = token
        self.contact = contact
        self.how = how
        self.calls = calls
        self.first = first
        self.last = last
        self.due = due
        self.attempts = attempts
        self.attempted = attempted
        self.closing = closing
    }

    package var isOpen: Bool { closing == nil }

    /// Whether somebody had to have called back by an instant.
    package func isOverdue(at instant: Instant) -> Bool {
        isOpen && due.map { $0 <= instant } ?? false
    }
}
