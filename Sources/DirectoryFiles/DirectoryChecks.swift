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
    /// Of those who are not employed for ever.
    private let employments: [AgentID: Employment]

    /// An agreement that ends within so many days is a finding.
    static let endingSoon = 60

    init(_ parts: DirectoryParts, today: CalendarDay, _ findings: Findings) {
        settings = parts.settings
        agents = parts.agents
        agentIDs = parts.agentIDs
        clients = parts.clients
        knownAgents = agentIDs.map(\.description).sorted()
        employments = Dictionary(
            agents.lazy.filter { $0.agent.employment != Employment() }.map { ($0.agent.id, $0.agent.employment) },
            uniquingKeysWith: { first, _ in first })
        self.today = today
        self.findings = findings
    }

    func run() {
        checkIdentifiers()
        let levels = Set(settings.levels.map(\.name))
        for client in clients {
            checkPairs(client)
            checkEmployment(client)
            checkAgreement(client, levels)
            checkContents(client)
        }
        checkNumbers()
        checkExclusiveNumbers()
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

    private func checkPairs(_ client: ReadClient) {
        checkPair(client.client.pair, client.primary, client.backup)
        for handover in client.handovers {
            checkPair(handover.handover.pair, handover.primary, handover.backup)
            if !handover.givesIntroduction {
                findings.warning(
                    at: handover.from,
                    "the pair that takes over on \(handover.handover.from) was never introduced; give the day as "
                        + "`introduced`")
            }
        }
    }

    /// Whoever is in a pair on one of the coming days on which he is not employed.
    private func checkEmployment(_ client: ReadClient) {
        var pairs = [(from: today, pair: client.client.pair, primary: client.primary, backup: client.backup)]
        pairs += client.handovers.map { (max(today, $0.handover.from), $0.handover.pair, $0.primary, $0.backup) }
        let soon = today.advanced(by: Self.endingSoon)
        let horizon = client.client.agreement.end.map { min($0, soon) } ?? soon
        for (index, term) in pairs.enumerated() {
            let last = pairs.dropFirst(index + 1).first.map { min($0.from.advanced(by: -1), horizon) } ?? horizon
            for (id, place) in [(term.pair.primary, term.primary), (term.pair.backup, term.backup)] {
                guard let place, let employment = employments[id], term.from <= last else { continue }
                if let from = employment.from, term.from < from {
                    findings.warning(
                        at: place,
                        "`\(id)` is employed from \(from) on, and in the pair before that; name the next pair as `handover`"
                    )
                } else if let until = employment.until, until < last {
                    findings.warning(
                        at: place,
                        "`\(id)` is employed until \(until), and in the pair after that; name the next pair as `handover`"
                    )
                }
            }
        }
    }

    private func checkPair(_ pair: Pair, _ primary: Place?, _ backup: Place?) {
        for (id, place) in [(pair.primary, primary), (pair.backup, backup)] {
            // Where no agents could be read at all, their file has the finding.
            guard let place, !agentIDs.isEmpty, !agentIDs.contains(id) else { continue }
            findings.error(at: place, "no agent `\(id)`\(findings.suggestion(for: id.description, among: knownAgents))")
        }
        if let place = backup, primary != nil, pair.primary == pair.backup {
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

    private func checkExclusiveNumbers() {
        let ids = Set(clients.map(\.client.id))
        for exclusive in settings.exclusiveNumbers {
            // Where no client could be read at all, their files have the findings.
            guard let own = exclusive.owner, !ids.isEmpty, !ids.contains(own.client) else { continue }
            let suggestion = findings.suggestion(for: own.client.description, among: ids.map(\.description).sorted())
            findings.error(at: own.place, "no client `\(own.client)`\(suggestion)")
        }
    }

    private func checkLoads() {
        let loads = settings.capacity.loads(of: clients.map(\.client), on: today)
        for agent in agents {
            guard let load = loads[agent.agent.id], load.isExceeded else { continue }
            findings.warning(
                at: agent.place,
                "`\(agent.agent.id)` has clients for \(load.percent) % of the capacity; give some to another agent")
        }
        checkLoadsToCome(after: loads)
    }

    /// A handover that gives an agent more than there is room for.
    private func checkLoadsToCome(after loads: [AgentID: Capacity.Load]) {
        let handovers = clients.flatMap(\.handovers).filter { today < $0.handover.from }
        var before = loads
        for day in Set(handovers.map(\.handover.from)).sorted() {
            let loads = settings.capacity.loads(of: clients.map(\.client), on: day)
            var told: Set<AgentID> = []
            for handover in handovers where handover.handover.from == day {
                let pair = handover.handover.pair
                for (id, place) in [(pair.primary, handover.primary), (pair.backup, handover.backup)] {
                    guard let load = loads[id], load.isExceeded, load.share > before[id]?.share ?? 0,
                        told.insert(id).inserted
                    else { continue }
                    findings.warning(
                        at: place,
                        "from \(day) on `\(id)` has clients for \(load.percent) % of the capacity; give some to another agent"
                    )
                }
            }
            before = loads
        }
    }
}
