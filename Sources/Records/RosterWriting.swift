package import Routing
package import Time

/// A change of the roster with all that belongs to it, such as a leave and the deputy who makes it possible: written at once, each step
/// with its line of the history, or not at all.
package struct RosterWriting: Sendable {
    package enum Step: Sendable {
        case enter(NewAbsence)
        /// Keeps leave as a request, for a manager to decide. It gets the number that the absence has when it is approved.
        case request(NewAbsence, deputy: AgentID?)
        /// Gives an absence other times, another series, note and origin: those of this one, which has its number.
        case change(Absence)
        /// The same, where one occurrence of a series was cancelled or ended.
        case except(Absence)
        /// Ends an absence; one that has not begun is cancelled.
        case end(Int64)
        /// The same, where its entry is gone from the calendar: should it come back, it is new.
        case vanish(Int64)
        /// Remembers what its calendar says of an absence, which stays as it is: nobody has changed anything.
        case remember(Int64, CalendarOrigin)
        /// Gives an absence to another agent, and keeps whose it was.
        case give(Int64, to: AgentID)
        case approve(Int64)
        case decline(Int64)
        case withdraw(Int64)
        case depute(NewDeputyship)
        /// Ends a deputyship; one that has not begun is cancelled.
        case endDeputyship(Int64)
        /// Learns a number, in place of what was known of it.
        case learn(PhoneNumber, LearnedNumber.Meaning)
        case unlearn(PhoneNumber)
        case open(NewCase)
        /// Gives a case to another agent, or has one take it.
        case giveCase(Int64, to: AgentID)
        /// Notes what `why` says.
        case noteCase(Int64)
        case closeCase(Int64)
        /// A calendar was read, and so many of its events are absences; whether that changed anything of them.
        case calendarRead(CalendarID, absences: Int, isChanged: Bool)
        /// A calendar could not be read; what was read last stays.
        case calendarFailed(CalendarID, why: String)
    }

    /// Who does it: a user, or a desk phone as the ledger keeps it.
    package let user: String
    package let instant: Instant
    /// Why the guard was overridden (empty: without a reason), a request declined, or what is noted of a case: in every line of the history that
    /// this makes.
    package let why: String?
    /// In this order; a later one may build on an earlier one.
    package var steps: [Step]
    /// What is said by it, where that may be kept on this machine while the database is away; with a number it was, and is brought in.
    package var wish: KeptWish?

    package init(
        by user: String, at instant: Instant, why: String? = nil, _ steps: [Step], wish: KeptWish? = nil
    ) {
        self.wish = wish
        self.user = user
        self.instant = instant
        self.why = why
        self.steps = steps
    }
}

extension RosterWriting {
    /// The roster with this change.
    ///
    /// - Parameter numbers: Those that the ledger has given to what is new, in its order. Without them, as for a change that is only looked
    ///   at, what is new gets numbers below zero.
    package func applied(to roster: Roster, numbers: [Int64] = []) -> Roster {
        var changed = roster
        var given = numbers.makeIterator()
        var provisional: Int64 = 0
        func number() -> Int64 {
            if let number = given.next() { return number }
            provisional -= 1
            return provisional
        }
        for step in steps { apply(step, to: &changed, number) }
        return changed
    }

    private func apply(_ step: Step, to roster: inout Roster, _ number: () -> Int64) {
        switch step {
        case .enter(let new): roster.absences.append(new.numbered(number(), by: user, at: instant))
        case .request(let new, let deputy):
            let leave = new.numbered(number(), by: user, at: instant)
            roster.requests.append(LeaveRequest(leave: leave, deputy: deputy))
        case .change(let absence), .except(let absence):
            roster.absences.change(absence.id) { absence.given(to: $0.agent) }
        case .end(let id): roster.absences.change(id) { $0.ended(at: instant) }
        case .vanish(let id): roster.absences.change(id) { $0.vanished(at: instant) }
        case .remember(let id, let origin): roster.absences.change(id) { $0.read(as: origin) }
        case .give(let id, let agent): roster.absences.change(id) { $0.given(to: agent) }
        case .approve(let id):
            roster.absences.append(contentsOf: roster.requests.filter { $0.id == id }.map(\.leave))
            roster.requests.removeAll { $0.id == id }
        case .decline(let id), .withdraw(let id): roster.requests.removeAll { $0.id == id }
        case .depute(let new): roster.deputyships.append(new.numbered(number(), by: user, at: instant))
        case .endDeputyship(let id):
            for index in roster.deputyships.indices where roster.deputyships[index].id == id {
                roster.deputyships[index] = roster.deputyships[index].ended(at: instant)
            }
        case .learn(let number, let meaning):
            roster.learnedNumbers.removeAll { $0.number == number }
            roster.learnedNumbers.append(
                LearnedNumber(number: number, meaning: meaning, enteredBy: user, enteredAt: instant))
        case .unlearn(let number): roster.learnedNumbers.removeAll { $0.number == number }
        case .open(let new): roster.cases.append(new.numbered(number(), by: user, at: instant))
        case .giveCase(let id, let agent): touch(id, in: &roster) { $0.holder = agent }
        case .noteCase(let id): touch(id, in: &roster) { _ in }
        case .closeCase(let id): roster.cases.removeAll { $0.id == id }
        case .calendarRead, .calendarFailed: break
        }
    }

    private func touch(_ id: Int64, in roster: inout Roster, _ change: (inout Case) -> Void) {
        for index in roster.cases.indices where roster.cases[index].id == id {
            roster.cases[index].touched = instant
            change(&roster.cases[index])
        }
    }
}

extension RosterWriting {
    /// Whose absences are others after it.
    ///
    /// - Parameter roster: The one before.
    package func agents(in roster: Roster) -> Set<AgentID> {
        var agents: Set<AgentID> = []
        for step in steps {
            switch step {
            case .enter(let new): agents.insert(new.agent)
            case .change(let absence), .except(let absence): agents.insert(absence.agent)
            case .end(let id), .vanish(let id), .remember(let id, _):
                agents.formUnion(roster.absences.numbered(id).map { [$0.agent] } ?? [])
            case .give(let id, let agent):
                agents.formUnion(roster.absences.numbered(id).map { [$0.agent] } ?? [])
                agents.insert(agent)
            case .approve(let id):
                agents.formUnion(roster.requests.first { $0.id == id }.map { [$0.leave.agent] } ?? [])
            case .request, .decline, .withdraw, .depute, .endDeputyship, .learn, .unlearn, .open, .giveCase, .noteCase,
                .closeCase, .calendarRead, .calendarFailed:
                break
            }
        }
        return agents
    }
}
