/// How the service stands at an instant.
package struct Overview: Sendable {
    package let count: CoverageCount
    /// Clients in service with nobody of their pair available.
    package let uncovered: [ClientEntry]
    /// Agents on leave, sick or in a pause.
    package let absentAgents: Int
    package let generation: UInt64

    /// `38 of 40 clients covered, 2 agents absent, generation 12`
    package var sentence: String {
        "\(count.sentence), \(counted(absentAgents, "agent")) absent, generation \(generation)"
    }
}

extension RoutingTable {
    /// Who is covered at an instant, by the rules that decide calls.
    package func overview(at instant: Instant) -> Overview {
        let available = agents.map { $0.isAvailable(at: instant) }
        var inService = 0
        var closed = 0
        var uncovered: [ClientEntry] = []
        for entry in clients where entry.term(at: instant) == .inForce {
            guard entry.service.contains(instant) else {
                closed += 1
                continue
            }
            inService += 1
            if !available[entry.primary], !available[entry.backup] { uncovered.append(entry) }
        }
        return Overview(
            count: CoverageCount(
                clients: clients.count, inService: inService, covered: inService - uncovered.count, closed: closed,
                withoutAgreement: clients.count - inService - closed),
            uncovered: uncovered,
            absentAgents: agents.count { $0.absent.contains(instant) }, generation: generation)
    }
}
