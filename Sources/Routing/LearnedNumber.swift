package import Time

/// A number that somebody has told majord of while it runs. The files win over one that says otherwise.
package struct LearnedNumber: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
        /// A client's, perhaps of a person there.
        case client(ClientID, contact: String?, function: String?)
        /// Goes to the overflow `refused`, without bothering anybody.
        case refused
    }

    package let number: PhoneNumber
    package let meaning: Meaning
    package let enteredBy: String
    package let enteredAt: Instant

    package init(number: PhoneNumber, meaning: Meaning, enteredBy: String, enteredAt: Instant) {
        self.number = number
        self.meaning = meaning
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
    }
}
