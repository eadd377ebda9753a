package import Time

/// How the service stands at an instant.
package struct Overview: Sendable {
    package let count: CoverageCount
    /// Clients in service with nobody of their pair available.
    package let uncovered: [ClientEntry]
    /// Agents on leave, sick or in a pause.
    package let absentAgents: Int
    package let generation: UInt64
}

extension RoutingTable {
    /// Who is covered at an instant, by the rules that decide calls.
    package func overview(at instant: Instant) -> Overview {
        var covered = 0
        var closed = 0
        var withoutAgreement = 0
        var uncovered: [ClientEntry] = []
        for (entry, state) in clientStates(at: instant) {
            switch state {
            case .covered: covered += 1
            case .uncovered: uncovered.append(entry)
            case .closed: closed += 1
            case .withoutAgreement: withoutAgreement += 1
            }
        }
        return Overview(
            count: CoverageCount(
                clients: clients.count, inService: covered + uncovered.count, covered: covered, closed: closed,
                withoutAgreement: withoutAgreement),
            uncovered: uncovered,
            absentAgents: agents.count { $0.absenceEnd(at: instant) != nil }, generation: generation)
    }

    /// How many agents can take a call: at work, on no call, with a phone that can be reached.
    package func availableAgents(at instant: Instant, busy: BusyAgents) -> Int {
        agents.count { entry in
            guard case .available = availability(entry, at: instant, busy: busy) else { return false }
            return busy.unreachableUntil(entry.agent.id, at: instant) == nil
        }
    }

    /// How each client stands at an instant.
    package func clientStates(at instant: Instant) -> some Sequence<(ClientEntry, ClientState)> {
        let available = agents.map { $0.hindrance(at: instant) == nil }
        return clients.lazy.map { entry in
            let state: ClientState =
                if entry.term(at: instant) != .inForce {
                    .withoutAgreement
                } else if !entry.service.contains(instant) {
                    .closed
                } else {
                    self.isCovered(entry, at: instant, by: available) ? .covered : .uncovered
                }
            return (entry, state)
        }
    }

    /// - Parameter available: For each agent whether he is.
    private func isCovered(_ entry: ClientEntry, at instant: Instant, by available: [Bool]) -> Bool {
        var isCovered = false
        forEachCandidate(of: entry, at: instant) { agent, _ in isCovered = isCovered || available[agent] }
        return isCovered
    }
}

/// Whether a client's call would come to somebody of its pair.
package enum ClientState: String, Sendable {
    case covered, uncovered, closed
    case withoutAgreement = "without_agreement"
}
