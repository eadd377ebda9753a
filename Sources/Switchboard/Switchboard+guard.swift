import Records
import Routing
import ShownText
import Time

/// What the guard says of leave with all that belongs to it.
struct GuardedLeave {
    let consequences: AbsenceConsequences
    /// Who stands in, where he is needed: written with the leave.
    let deputyships: [NewDeputyship]
    /// Whether a deputy who was named closes gaps; nil: none was named.
    let needsDeputy: Bool?
}

extension Switchboard {
    /// Looks what leave would open, and whether the one who is to stand in closes that. He stands in for all gaps of the leave, also for those that
    /// it has opened before.
    ///
    /// - Parameters:
    ///   - absence: As it would be; one with its number is put in its place.
    ///   - deputy: Who is to stand in for its agent.
    func looked(
        at absence: Absence, deputy: AgentID?, at instant: Instant, deciding request: Int64? = nil
    ) -> GuardedLeave {
        let alone = table.guarded(absence, at: instant, deciding: request)
        guard let deputy else { return GuardedLeave(consequences: alone, deputyships: [], needsDeputy: nil) }
        let opened = table.guarded(absence, isWhole: true, at: instant, deciding: request).opened
        guard !opened.isEmpty else {
            return GuardedLeave(consequences: alone, deputyships: [], needsDeputy: false)
        }
        // One deputyship for all of it; where it is for one client only, it is there only.
        let only = opened.count == 1 ? opened.first?.client.client.id : nil
        let new = NewDeputyship(
            deputy: deputy, post: .agent(absence.agent, client: only), start: max(absence.start, instant),
            end: absence.end ?? .latest)
        let covered = table.guarded(
            absence, with: [new.numbered(-1, by: absence.enteredBy, at: instant)], at: instant, deciding: request)
        return GuardedLeave(consequences: covered, deputyships: [new], needsDeputy: true)
    }

    /// The agent who is to stand in.
    func deputy(_ name: String?, for agent: AgentID) throws(RosterRefusal) -> AgentID? {
        guard let name else { return nil }
        guard let deputy = table.agent(AgentID(name))?.agent else {
            throw .unknownAgent(name, known: table.agents.map(\.agent.id.description))
        }
        guard deputy.id != agent else { throw .ownDeputy(deputy) }
        return deputy.id
    }

    /// - Throws: Where the requester may not do what an override or a deputy asks for.
    func check(
        _ override: Override?, deputy: String? = nil, isRequest: Bool = false, _ requester: Requester
    ) throws(RosterRefusal) {
        if let reason = override?.reason {
            guard reason.contains(where: { !$0.isWhitespace }) else { throw .whyMissing }
            try check(note: reason)
        }
        guard !requester.isManager else { return }
        guard override == nil else { throw .notAllowed(.leaveGaps) }
        guard deputy == nil || isRequest else { throw .notAllowed(.manageDeputies) }
    }

    func check(note: String?) throws(RosterRefusal) {
        guard let note else { return }
        guard note.utf16.count <= Self.noteLimit else { throw .noteTooLong(limit: Self.noteLimit) }
        guard note.isShowable else { throw .noteNotShowable }
    }
}
