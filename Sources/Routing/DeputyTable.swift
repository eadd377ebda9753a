import Time

/// The deputyships of a roster by where they apply, ready to be asked about one client.
struct DeputyTable: Sendable {
    /// A deputyship with the positions of those it names.
    private struct Entry: Sendable {
        let id: Int64
        let deputy: Int
        /// With which client; nil: with all of the member's.
        let client: Int?
        let interval: Interval
    }

    /// By the position of the agent for whom they stand in, in the order in which they were named.
    private var ofMembers: [Int: [Entry]] = [:]
    /// By the position of the client in whose pair they stand in for either.
    private var ofClients: [Int: [Entry]] = [:]

    /// Deputyships that name agents or clients whom the directory does not have cannot take effect.
    init(_ deputyships: [Deputyship], agents: [AgentID: Int], clients: [ClientID: Int]) {
        for deputyship in deputyships {
            guard let interval = deputyship.interval, let deputy = agents[deputyship.deputy] else { continue }
            let client = deputyship.client.flatMap { clients[$0] }
            guard deputyship.client == nil || client != nil else { continue }
            let entry = Entry(id: deputyship.id, deputy: deputy, client: client, interval: interval)
            if let member = deputyship.member {
                if let member = agents[member] { ofMembers[member, default: []].append(entry) }
            } else if let client {
                ofClients[client, default: []].append(entry)
            }
        }
    }

    /// The deputies of a client at an instant, each once: those of the pair in the order in which they were named, then those of these.
    func forEach(of client: Int, pair: PairEntry, at instant: Instant, _ body: (_ deputy: Int) -> Void) {
        guard !(ofMembers.isEmpty && ofClients.isEmpty) else { return }
        var known = pair.posts.map(\.agent)
        var members = known[...]
        var own = ofClients[client] ?? []
        while true {
            let found = (own + members.flatMap { ofMembers[$0] ?? [] })
                .filter { ($0.client == nil || $0.client == client) && $0.interval.contains(instant) }
                .sorted { $0.id < $1.id }
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

    /// The deputies of a client over an interval, each with when he is one.
    func timelines(of client: ClientEntry, over interval: Interval) -> [(deputy: Int, times: Timeline)] {
        guard !(ofMembers.isEmpty && ofClients.isEmpty) else { return [] }
        var standing: [Int: Timeline] = [:]
        for term in client.pairs {
            guard
                let term = Interval(from: term.from, until: term.until)?.intersection(interval).map({ ($0, term.pair) })
            else { continue }
            for post in term.1.posts {
                standing[post.agent] = (standing[post.agent] ?? .never).union(Timeline(CollectionOfOne(term.0)))
            }
        }
        var deputies: [Int: Timeline] = [:]
        func add(_ entry: Entry, during times: Timeline) -> Bool {
            let new = times.intersection(Timeline(CollectionOfOne(entry.interval)))
                .subtracting(deputies[entry.deputy] ?? .never)
            guard !new.isEmpty else { return false }
            deputies[entry.deputy] = (deputies[entry.deputy] ?? .never).union(new)
            standing[entry.deputy] = (standing[entry.deputy] ?? .never).union(new)
            return true
        }
        for entry in ofClients[client.position] ?? [] { _ = add(entry, during: Timeline(CollectionOfOne(interval))) }
        // A deputy of a deputy stands in as long as that one does; each round can only add, and there is an end to that.
        var grew = true
        while grew {
            grew = false
            for (member, times) in standing {
                for entry in ofMembers[member] ?? [] where entry.client == nil || entry.client == client.position {
                    if add(entry, during: times) { grew = true }
                }
            }
        }
        return deputies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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
