package import Time

extension CallRecord {
    /// What a PBX reported, with what followed from it.
    package struct Report: Sendable, Equatable {
        package let kind: CallEvent.Kind
        package let effect: CallProgress.Effect
        /// Whose phone it is about.
        package let agent: AgentID?
        /// As what that phone is one of the decision's targets; nil where it is none.
        package let part: Target.Part?

        package init(
            _ kind: CallEvent.Kind, _ effect: CallProgress.Effect, agent: AgentID? = nil, part: Target.Part? = nil
        ) {
            self.kind = kind
            self.effect = effect
            self.agent = agent
            self.part = part
        }

        /// Whether it had been overtaken.
        package var isLate: Bool {
            if case .late = effect { true } else { false }
        }

        /// Whether the record says something else for it.
        package var isRecorded: Bool {
            switch kind {
            // A phone that rings was tried, also when somebody has the call by now.
            case .ringing, .up, .called: true
            case .answered, .released, .ended: effect != .nothing
            }
        }
    }

    /// What became of a call, as far as was reported.
    package struct Course: Sendable, Equatable {
        /// Who answered.
        package struct Answer: Sendable, Equatable {
            package let phone: Extension
            /// Nil for the overflow's phone, and for one that is no agent's.
            package let agent: AgentID?
            /// As what the phone was a target; nil for one that is none of the decision's.
            package let part: Target.Part?
            package let instant: Instant

            package init(phone: Extension, agent: AgentID?, part: Target.Part?, instant: Instant) {
                self.phone = phone
                self.agent = agent
                self.part = part
                self.instant = instant
            }
        }

        /// Whose phone rings, or who has the call.
        package struct Holding: Sendable, Equatable {
            package let phone: Extension
            package let agent: AgentID?
            package let since: Instant
            package let isAnswered: Bool

            package init(phone: Extension, agent: AgentID?, since: Instant, isAnswered: Bool) {
                self.phone = phone
                self.agent = agent
                self.since = since
                self.isAnswered = isAnswered
            }
        }

        /// That somebody had the call for a time.
        package struct Turn: Sendable, Equatable {
            package let phone: Extension
            /// Nil for the overflow's phone, and for one that is no agent's.
            package let agent: AgentID?
            package let since: Instant
            package let until: Instant

            package init(phone: Extension, agent: AgentID?, since: Instant, until: Instant) {
                (self.phone, self.agent, self.since, self.until) = (phone, agent, since, until)
            }
        }

        package struct End: Sendable, Equatable {
            package let status: DialStatus
            package let instant: Instant

            package init(status: DialStatus, instant: Instant) {
                self.status = status
                self.instant = instant
            }
        }

        /// The phones that rang, in the order in which that was reported first.
        package var rang: [Extension] = []
        /// When the first of them rang.
        package var firstRang: Instant?
        /// Who has the credit for the call, also when he gave it away.
        package var answer: Answer?
        /// Who gave the call away.
        package var released: [Extension] = []
        /// Who had the call, one after the other, where several had it: those who have it no more. Empty where who answered had it to the end.
        package var turns: [Turn] = []
        /// Nil when nobody's phone rings and nobody has the call, as after a person has freed him.
        package var holding: Holding?
        /// When the PBX told last that the call is still up; nil where it does not tell so.
        package var lastUp: Instant?
        package var end: End?
        /// What was reported when it had been overtaken, such as `ANSWERED 2101`.
        package var late: [String] = []
        /// The phones that were told to ring or to have the call, in the order in which they were heard of first.
        package var heard: [Extension] = []

        package init() {}
    }
}

extension CallRecord.Course {
    /// Takes what happened to the call. What is told after its end was so before it.
    package mutating func take(_ change: CallRecord.Change) {
        switch change.what {
        case .decided, .passedOver: break
        case .reported(let report), .dialled(_, let report): take(report, at: change.instant)
        case .freed: holding = nil
        }
    }

    private mutating func take(_ report: CallRecord.Report, at instant: Instant) {
        let before = min(instant, end?.instant ?? instant)
        switch (report.kind, report.effect) {
        case (.ringing(let phone), let effect):
            // A PBX that repeats a report, after an answer that came late, tells of no second ringing.
            rang.appendOnce(phone)
            heard.appendOnce(phone)
            firstRang = firstRang ?? min(before, answer?.instant ?? before)
            if case .rings = effect { hold(phone, report, isAnswered: false, at: instant) }
        case (.answered(let phone), let effect):
            heard.appendOnce(phone)
            if effect.hasCredit {
                answer = Answer(phone: phone, agent: report.agent, part: report.part, instant: before)
                // Nobody answers before a phone rings, and nobody hangs up before: seconds ago are not that exact.
                firstRang = firstRang.map { min($0, before) }
            }
            if case .answers = effect { hold(phone, report, isAnswered: true, at: instant) }
        case (.called(let phone, _), let effect):
            heard.appendOnce(phone)
            if case .rings = effect { hold(phone, report, isAnswered: false, at: instant) }
        // The call is not given away by what is told too late.
        case (.released(let phone), .letsGo):
            released.appendOnce(phone)
            endTurn(at: before)
        case (.ended(let status), _):
            let last = max(instant, answer?.instant ?? instant, firstRang ?? instant)
            end = end ?? End(status: status, instant: last)
            endTurn(at: last)
        case (.up, .staysUp), (.up, .nothing): lastUp = instant
        case (.released, _), (.up, _): break
        }
        if report.isLate { late.appendOnce(report.kind.description) }
    }

    /// Nobody is held for a call that is over.
    private mutating func hold(
        _ phone: Extension, _ report: CallRecord.Report, isAnswered: Bool, at instant: Instant
    ) {
        guard end == nil else { return }
        endTurn(at: instant)
        holding = Holding(phone: phone, agent: report.agent, since: instant, isAnswered: isAnswered)
    }

    /// Whoever has the call has it no more.
    private mutating func endTurn(at instant: Instant) {
        defer { holding = nil }
        guard let holding, holding.isAnswered else { return }
        // The answer and the end say so already.
        if end != nil, turns.isEmpty, holding.phone == answer?.phone { return }
        turns.appendOnce(Turn(phone: holding.phone, agent: holding.agent, since: holding.since, until: instant))
    }

    /// The turns of all who had the call and have it no more, as far as it is known until when.
    package var endedTurns: [Turn] {
        guard turns.isEmpty, let answer, let end, !released.contains(answer.phone) else { return turns }
        return [Turn(phone: answer.phone, agent: answer.agent, since: answer.instant, until: end.instant)]
    }
}

extension CallProgress.Effect {
    /// Whether it gives the credit for the call to who answered.
    fileprivate var hasCredit: Bool {
        switch self {
        case .answers(_, let hasCredit), .late(let hasCredit): hasCredit
        case .rings, .staysUp, .letsGo, .ends, .nothing: false
        }
    }
}

extension Array where Element: Equatable {
    /// A record does not grow without end by what is told again and again: more than so many are left out.
    private static var limit: Int { 64 }

    fileprivate mutating func appendOnce(_ element: Element) {
        if count < Self.limit, !contains(element) { append(element) }
    }
}
