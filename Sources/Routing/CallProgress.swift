package import Time

/// How far one call has come, by what its PBX has reported; and what a report means, whenever it comes.
///
/// Reports of one call may overtake each other and come twice: a dial plan tells them by processes of their own, and tells again what
/// was not answered. So what a report means depends on what is known already, as the table in `step` says:
///
/// - What is over stays over.
/// - Phones have their turns, in the order of the decision's targets; others in the order in which they were first heard of. One whose
///   turn is later ends the turns before it: its ringing, or its answer, makes what is told of an earlier one late.
/// - At most one agent is held, the one who has the call. The first one to have it has the credit, also when he gave it away.
package struct CallProgress: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// Decided, or never asked about; no phone is known to ring.
        case open
        case ringing(Extension)
        case answered(Extension)
        /// The agent who had the call, or whose phone rang, gave it away: whoever answers next has it.
        case released
        case ended(Instant)
    }

    /// What follows from a report.
    package enum Effect: Sendable, Equatable {
        /// This phone rings, and no other does: its agent is held while it does.
        case rings(Extension)
        /// Somebody has the call at this phone, and nobody else: its agent is held until the call is over.
        case answers(Extension, hasCredit: Bool)
        /// The call is still up at this phone: its agent goes on being held.
        case staysUp(Extension)
        /// Nobody is held any more, and the call goes on.
        case letsGo
        /// The call is over: nobody is held any more.
        case ends
        /// It was known, or says nothing of who has the call.
        case nothing
        /// It was overtaken, and holds nobody. The phone that answered has the credit all the same where no later one took the call.
        case late(hasCredit: Bool)
    }

    /// A call id that is asked about again so long after its call's end is another call: until then it may be the same question, since
    /// a SIP transaction lasts 32 s (RFC 3261, timer B).
    package static let reuse = Milliseconds.seconds(32)
    /// Phones beyond so many are all the last one's equals: no call tries so many.
    static let phoneLimit = 16

    package private(set) var state = State.open
    /// The phone whose answer counts.
    package private(set) var credited: Extension?
    /// Whether the PBX tells that the call is still up.
    package private(set) var isKeptUp = false
    /// In the order of their turns.
    private var phones: [Extension]
    /// Who gave the call away: whoever got it then has a later turn.
    private var givers: [Extension] = []
    /// Whether the call was given away by somebody who has the credit.
    private var isCreditFinal = false
    /// Who was told to have given the call away before he was told to have answered it.
    private var awaitsAnswer: Extension?
    /// Whether a person has freed the agent: he is not held for this phone again.
    private var isFreed = false

    /// - Parameter targets: The phones of the call's decision, in their order; empty where it is not known.
    package init(targets: some Sequence<Extension> = []) {
        phones = Array(targets.prefix(Self.phoneLimit))
    }

    package var isOver: Bool {
        if case .ended = state { true } else { false }
    }

    /// Takes a report.
    package mutating func take(_ report: CallEvent.Kind, at instant: Instant) -> Effect {
        if case .answered(let phone) = report, awaitsAnswer == phone { return answerOfOneWhoGaveAway(phone) }
        if let phone = report.phone { _ = place(of: phone) }
        let (next, effect) = step(report, at: instant)
        note(report, effect)
        state = next
        return effect
    }

    /// A person has freed whoever was held: told again that he has the call, or that it is still up, he is not held again.
    package mutating func free() {
        isFreed = true
    }

    /// The table of states and reports.
    private mutating func step(_ report: CallEvent.Kind, at instant: Instant) -> (State, Effect) {
        switch (state, report) {
        case (.ended, .answered(let phone)): (state, .late(hasCredit: outranksCredited(phone)))
        case (.ended, .ended): (state, .nothing)
        case (.ended, .ringing), (.ended, .released), (.ended, .up), (.ended, .called): (state, .late(hasCredit: false))
        case (_, .ended): (.ended(instant), .ends)

        case (.open, .ringing(let phone)): (.ringing(phone), .rings(phone))
        case (.open, .answered(let phone)): (.answered(phone), answers(phone))
        case (.open, .released): (.released, .letsGo)
        case (.open, .up): (state, .nothing)
        // Whoever dials is at his phone until somebody answers, or nobody does.
        case (.open, .called(let phone, _)): (.ringing(phone), .rings(phone))
        case (_, .called): (state, .nothing)

        case (.ringing(let current), .ringing(let phone)):
            switch turn(phone, comparedWith: current) {
            case .same: (state, .nothing)
            case .later: (.ringing(phone), .rings(phone))
            case .earlier: (state, .late(hasCredit: false))
            }
        // Also one whose turn was over has the call, until a later one is told to have it.
        case (.ringing, .answered(let phone)): (.answered(phone), answers(phone))
        case (.ringing(let current), .released(let phone)):
            phone == current ? (.released, .letsGo) : (state, .nothing)
        case (.ringing, .up): (state, .nothing)

        case (.answered(let current), .ringing(let phone)):
            (state, turn(phone, comparedWith: current) == .earlier ? .late(hasCredit: false) : .nothing)
        case (.answered(let current), .answered(let phone)):
            switch turn(phone, comparedWith: current) {
            case .same: (state, .nothing)
            case .later: (.answered(phone), answers(phone))
            case .earlier: (state, .late(hasCredit: false))
            }
        case (.answered(let current), .released(let phone)):
            phone == current ? (.released, .letsGo) : (state, .nothing)
        case (.answered(let current), .up): (state, isFreed ? .nothing : .staysUp(current))

        case (.released, .ringing(let phone)): (state, .rings(phone))
        case (.released, .answered(let phone)): (.answered(phone), answers(phone))
        case (.released, .released), (.released, .up): (state, .nothing)
        }
    }

    /// What is kept of a report beside the state.
    private mutating func note(_ report: CallEvent.Kind, _ effect: Effect) {
        switch (report, effect) {
        case (.up, .nothing), (.up, .staysUp): isKeptUp = true
        case (.answered(let phone), .answers(_, let hasCredit)):
            // Turns begin anew with whoever got the call.
            if case .released = state { phones = givers.filter { $0 != phone } + [phone] }
            if hasCredit { credited = phone }
            isFreed = false
        case (.answered(let phone), .late(hasCredit: true)): credited = phone
        case (.released(let phone), .letsGo):
            if case .answered = state {} else { awaitsAnswer = phone }
            if !givers.contains(phone), givers.count < Self.phoneLimit - 1 { givers.append(phone) }
            isCreditFinal = credited != nil
            isFreed = false
        default: break
        }
    }

    /// He had answered before he gave the call away, and that is told only now.
    private mutating func answerOfOneWhoGaveAway(_ phone: Extension) -> Effect {
        awaitsAnswer = nil
        guard !isCreditFinal else { return .late(hasCredit: false) }
        credited = phone
        isCreditFinal = true
        return .late(hasCredit: true)
    }

    private func answers(_ phone: Extension) -> Effect {
        .answers(phone, hasCredit: !isCreditFinal)
    }

    /// Whether an answer that is told after the call's end is the one that counts.
    private mutating func outranksCredited(_ phone: Extension) -> Bool {
        guard let credited else { return true }
        return !isCreditFinal && turn(phone, comparedWith: credited) == .later
    }

    private enum Turn {
        case earlier, same, later
    }

    private mutating func turn(_ phone: Extension, comparedWith other: Extension) -> Turn {
        guard phone != other else { return .same }
        return place(of: phone) < place(of: other) ? .earlier : .later
    }

    /// The place of a phone's turn; one that was not heard of before comes last.
    private mutating func place(of phone: Extension) -> Int {
        if let place = phones.firstIndex(of: phone) { return place }
        guard phones.count < Self.phoneLimit else { return phones.count }
        phones.append(phone)
        return phones.count - 1
    }
}
