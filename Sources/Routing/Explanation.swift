package import Time

/// One step of a decision with what it found, in the order of the steps in the agreement's "One decision".
package enum Step: Sendable {
    /// Steps 0 and 1: whether the called number is an exclusive one, and the client whose own it is.
    case called(Party, isExclusive: Bool, owner: ClientEntry?)
    /// Who forwarded the call, and counts as the caller.
    case diverted(by: Party)
    /// Step 2: who calls; the match is nil when nobody owns the number, and then it counts as the client's whose own number was called.
    case caller(Party, match: Match?, countsAs: ClientEntry?)
    /// Nobody's number, and one that goes to the overflow without bothering anybody.
    case refused(LearnedNumber)
    /// Step 3: whether the agreement is in force.
    case agreement(Agreement, Term)
    /// Step 4: whether the level is in service; when it is not, when it opens.
    case hours(level: String, isOpen: Bool, opens: Instant?)
    /// Steps 5 to 7: whether a candidate can take the call, and what makes his place in the order.
    case agent(Agent, Role, Availability, Remarks)
    /// What came of it.
    case decided(Decision)

    /// What makes a candidate's place in the order.
    package struct Remarks: Sendable, Equatable {
        /// The case for which he comes first.
        package var pinned: Case?
        /// Until when he comes behind the other of the pair, since he has just been on a call.
        package var wrapsUpUntil: Instant?
        /// Until when he comes last, since his phone cannot be reached.
        package var unreachableUntil: Instant?

        package init(pinned: Case? = nil, wrapsUpUntil: Instant? = nil, unreachableUntil: Instant? = nil) {
            self.pinned = pinned
            self.wrapsUpUntil = wrapsUpUntil
            self.unreachableUntil = unreachableUntil
        }
    }

    /// The block or mobile number that told whose call it is.
    package struct Match: Sendable {
        package let client: ClientEntry
        package let contact: Contact?
        package let written: WrittenBlock
    }
}

/// An agreement seen from an instant.
package enum Term: Sendable, Equatable {
    case notStarted, inForce, ended
}

/// Whether an agent can take a call at an instant, and if not, why.
package enum Availability: Sendable, Equatable {
    case available
    /// Outside the working hours; `next` is when they begin again.
    case outsideHours(next: Instant?)
    /// Not employed yet, from when he will be; nil: no longer.
    case notEmployed(from: Instant?)
    /// Away for this absence; `until` is when the agent is back, which another absence right after it may put off.
    case absent(Absence, until: Instant?)
    /// On a Major Accounts call, or the phone rings for one.
    case busy

    package var isAvailable: Bool { self == .available }
}

/// Every step of one decision.
package struct Explanation: Sendable {
    package let call: Call
    package let instant: Instant
    package let steps: [Step]
    package let decision: Decision
}

/// What listens while a call is decided.
protocol DecisionTrace {
    /// Takes a step; what it costs to put the step together is spent only by those who keep it.
    mutating func note(_ step: @autoclosure () -> Step)
}

/// Keeps nothing: the way of every call.
struct Untraced: DecisionTrace {
    mutating func note(_ step: @autoclosure () -> Step) {}
}

/// Keeps every step, for an explanation.
struct StepTrace: DecisionTrace {
    private(set) var steps: [Step] = []

    mutating func note(_ step: @autoclosure () -> Step) {
        steps.append(step())
    }
}
