/// How the service stands at an instant.
package struct Overview: Sendable {
    package let clients: Int
    /// Clients whose agreement and service hours hold now.
    package let inService: Int
    /// Clients in service with nobody of their pair available.
    package let uncovered: [ClientEntry]
    /// Agents on leave, sick or in a pause.
    package let absentAgents: Int
    package let generation: UInt64

    /// Clients in service with somebody available.
    package var covered: Int { inService - uncovered.count }

    /// `38 of 40 clients covered, 2 agents absent, generation 12`
    package var sentence: String {
        let coverage =
            clients == 0
            ? "no clients yet"
            : inService == 0 ? "no client in service now" : "\(covered) of \(inService) clients covered"
        return "\(coverage), \(absentAgents) \(absentAgents == 1 ? "agent" : "agents") absent, generation \(generation)"
    }
}

extension RoutingTable {
    /// Who is covered at an instant, by the rules that decide calls.
    package func overview(at instant: Instant) -> Overview {
        let available = agents.map { $0.isAvailable(at: instant) }
        var inService = 0
        var uncovered: [ClientEntry] = []
        for entry in clients where entry.term(at: instant) == .inForce && entry.service.contains(instant) {
            inService += 1
            if !available[entry.primary], !available[entry.backup] { uncovered.append(entry) }
        }
        return Overview(
            clients: clients.count, inService: inService, uncovered: uncovered,
            absentAgents: agents.count { $0.absent.contains(instant) }, generation: generation)
    }
}
