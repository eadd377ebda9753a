import Routing
import Time

/// What only shows when everything is read: references, numbers with two owners, terms and loads.
struct DirectoryChecks {
    let settings: Settings
    let agents: [ReadAgent]
    /// Those of agents with mistakes included.
    let agentIDs: Set<AgentID>
    let clients: [ReadClient]
    let today: CalendarDay
    let findings: Findings
    private let knownAgents: [String]

    /// An agreement that ends within so many days is a finding.
    static let endingSoon = 60

    init(_ parts: DirectoryParts, today: CalendarDay, _ findings: Findings) {
        settings = parts.settings
        agents = parts.agents
        agentIDs = parts.agentIDs
        clients = parts.clients
        knownAgents = agentIDs.map(\.description).sorted()
        self.today = today
        self.findings = findings
    }

    func run() {
        checkIdentifiers()
        let levels = Set(settings.levels.map(\.name))
        for client in clients {
            checkPair(client)
            checkAgreement(client, levels)
            checkContents(client)
        }
        checkNumbers()
        checkLoads()
    }

    private func checkIdentifiers() {
        var places: [ClientID: Place] = [:]
        for client in clients {
            guard let place = client.id else { continue }
            if let earlier = places[client.client.id] {
                findings.error(at: place, "client `\(client.client.id)` is already in \(earlier)")
            } else {
                places[client.client.id] = place
            }
        }
    }

    private func checkPair(_ client: ReadClient) {
        let pair = client.client.pair
        for (id, place) in [(pair.primary, client.primary), (pair.backup, client.backup)] {
            // Where no agents could be read at all, their file has the finding.
            guard let place, !agentIDs.isEmpty, !agentIDs.contains(id) else { continue }
            findings.error(at: place, "no agent `\(id)`\(findings.suggestion(for: id.description, among: knownAgents))")
        }
        if let place = client.backup, client.primary != nil, pair.primary == pair.backup {
            findings.error(at: place, "primary and backup are the same agent; a client has two")
        }
    }

    private func checkAgreement(_ client: ReadClient, _ levels: Set<String>) {
        let agreement = client.client.agreement
        if let place = client.level, !levels.isEmpty, !levels.contains(agreement.level) {
            let suggestion = findings.suggestion(for: agreement.level, among: settings.levels.map(\.name))
            findings.error(at: place, "no level `\(agreement.level)`\(suggestion)")
        }
        guard let end = agreement.end, let place = client.agreementEnd, agreement.start <= end else { return }
        let days = end.daysSince1970 - today.daysSince1970
        if days < 0 {
            findings.warning(at: place, "the agreement ended on \(end): calls go to the overflow; renew or remove it")
        } else if days <= Self.endingSoon {
            let rest = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
            findings.warning(at: place, "the agreement ends \(rest), on \(end); renew it")
        }
    }

    private func checkContents(_ client: ReadClient) {
        let place = client.id ?? client.place
        if !client.givesIntroduction {
            findings.warning(at: place, "the pair was never introduced; give the day as `introduced`")
        }
        if !client.givesNumbers {
            findings.warning(
                at: place, "no numbers: only calls from contacts' mobile numbers are known as this client's")
        }
    }

    private func checkNumbers() {
        for conflict in NumberConflict.all(in: clients.map(\.client)) {
            let (first, second) = (conflict.first, conflict.second)
            let isOwn = first.client == second.client
            // Where a client's id cannot be read, that is a finding of its own.
            let name = first.client.description.isEmpty ? "another client" : "client `\(first.client)`"
            let owner = isOwn ? "this client" : name
            let (place, text) = (second.written.place, "`\(second.written.text)`")
            switch conflict.kind {
            case .same: findings.error(at: place, "\(text) is already \(owner)'s in \(first.written.place)")
            case .crossing where isOwn:
                findings.warning(
                    at: place,
                    "\(text) overlaps `\(first.written.text)` of \(owner) in \(first.written.place); write each number once"
                )
            case .crossing:
                findings.error(
                    at: place, "\(text) overlaps `\(first.written.text)` of \(owner) in \(first.written.place)")
            case .deep:
                findings.error(
                    at: place,
                    "\(text) is one of more than 100 blocks over one another, such as `\(first.written.text)` of \(owner) in "
                        + "\(first.written.place); write each number once")
            case .nested:
                findings.warning(
                    at: place,
                    "\(text) lies inside `\(first.written.text)` of \(owner) in \(first.written.place); "
                        + "calls from there are client `\(second.client)`'s")
            }
        }
        for client in clients {
            for written in client.client.numbers + client.client.contacts.compactMap(\.mobile) {
                guard let exclusive = settings.exclusiveNumbers.first(where: { written.block.contains($0.number) })
                else {
                    continue
                }
                findings.warning(
                    at: written.place,
                    "`\(written.text)` holds the exclusive number \(exclusive.number) of \(exclusive.place)")
            }
        }
    }

    private func checkLoads() {
        let loads = settings.capacity.loads(of: clients.map(\.client))
        for agent in agents {
            guard let load = loads[agent.agent.id], load.isExceeded else { continue }
            findings.warning(
                at: agent.place,
                "`\(agent.agent.id)` has clients for \(load.percent) % of the capacity; give some to another agent")
        }
    }
}
