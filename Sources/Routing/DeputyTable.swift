import Time

/// The deputyships of a roster by where they apply, ready to be asked about one client.
struct DeputyTable: Sendable {
    /// A deputyship with the positions of those it names.
    private struct Entry: Sendable {
        let id: Int64
        let deputy: Int
        /// For whom; nil: for either of the client's pair.
        let member: Int?
        /// With which client; nil: with all of the member's.
        let client: Int?
        let interval: Interval
    }

    /// By the position of the agent for whom they stand in, in the order in which they were named.
    private var ofMembers: [Int: [Entry]] = [:]
    /// By the position of the client in whose pair they stand in for either.
    private var ofClients: [Int: [Entry]] = [:]

    /// Deputyships that name agents or clients whom the directory does not have cannot take effect.
    init(_ deputyships: [Deputyship], _ positions: Positions) {
        let (agents, clients) = (positions.agents, positions.clients)
        for deputyship in deputyships {
            guard let interval = deputyship.interval, let deputy = agents[deputyship.deputy] else { continue }
            let client = deputyship.client.flatMap { clients[$0] }
            guard deputyship.client == nil || client != nil else { continue }
            let member = deputyship.member.flatMap { agents[$0] }
            guard deputyship.member == nil || member != nil else { continue }
            let entry = Entry(id: deputyship.id, deputy: deputy, member: member, client: client, interval: interval)
            if let member {
                ofMembers[member, default: []].append(entry)
            } else if let client {
                ofClients[client, default: []].append(entry)
            }
        }
    }

    /// Those who stand in for members of a client's pair, or for deputies, and for whoever is in the pair, in the order in which they were named:
    /// the one order in which deputies are tried.
    private func entries(
        of members: some Sequence<Int>, and own: [Entry], with client: Int, where isWanted: (Interval) -> Bool
    ) -> [Entry] {
        (own + members.flatMap { ofMembers[$0] ?? [] })
            .filter { ($0.client == nil || $0.client == client) && isWanted($0.interval) }
            .sorted { $0.id < $1.id }
    }

    /// The deputies of a client at an instant, each once: those of the pair in the order in which they were named, then those of these.
    func forEach(of client: Int, pair: PairEntry, at instant: Instant, _ body: (_ deputy: Int) -> Void) {
        guard !(ofMembers.isEmpty && ofClients.isEmpty) else { return }
        var known = pair.posts.map(\.agent)
        var members = known[...]
        var own = ofClients[client] ?? []
        while true {
            let found = entries(of: members, and: own, with: client) { $0.contains(instant) }
            let count = known.count
            for entry in found where !known.contains(entry.deputy) {
                known.append(entry.deputy)
                body(entry.deputy)
            }
            guard known.count > count else { return }
            members = known[count...]
            own = []
        }
    }

    /// The deputies of a client over an interval, each with when he is one. Of any instant they are those that `forEach` tells, in its order:
    /// whose place changes comes several times, with other times.
    func timelines(of client: ClientEntry, over interval: Interval) -> [(deputy: Int, times: Timeline)] {
        guard !(ofMembers.isEmpty && ofClients.isEmpty) else { return [] }
        var known: [Int: Timeline] = [:]
        for term in client.pairs {
            guard
                let term = Interval(from: term.from, until: term.until)?.intersection(interval).map({ ($0, term.pair) })
            else { continue }
            for post in term.1.posts {
                known[post.agent] = (known[post.agent] ?? .never).union(Timeline(term.0))
            }
        }
        var deputies: [(deputy: Int, times: Timeline)] = []
        // When each has his place; of deputies of deputies, as long as those have theirs.
        var members = known
        var own = ofClients[client.position] ?? []
        while !(members.isEmpty && own.isEmpty) {
            let found = entries(of: members.keys, and: own, with: client.position) { $0.overlaps(interval) }
            var next: [Int: Timeline] = [:]
            for entry in found {
                var times = Timeline([entry.interval.intersection(interval)].compactMap(\.self))
                if let member = entry.member { times = times.intersection(members[member] ?? .never) }
                times = times.subtracting(known[entry.deputy] ?? .never)
                guard !times.isEmpty else { continue }
                deputies.append((entry.deputy, times))
                known[entry.deputy] = (known[entry.deputy] ?? .never).union(times)
                next[entry.deputy] = (next[entry.deputy] ?? .never).union(times)
            }
            members = next
            own = []
        }
        return deputies
    }

    /// Those whose clients an agent has a part in as a deputy, by what they stand for: members' positions and clients'.
    func posts(of deputy: Int) -> (members: [(member: Int, client: Int?)], clients: [Int]) {
        let members = ofMembers.flatMap { member, entries in
            entries.filter { $0.deputy == deputy }.map { (member, $0.client) }
        }
        let clients = ofClients.filter { $0.value.contains { $0.deputy == deputy } }.map(\.key)
        return (members, clients)
    }
}
