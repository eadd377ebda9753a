package import Time

/// What a report is about: a period, and the clients as the directory and the roster had them in it.
package struct ReportScope: Sendable {
    /// A part of the period in which one version of the directory decided, with that version's table and the roster of the period.
    package struct Stretch: Sendable {
        package let interval: Interval
        package let table: RoutingTable

        package init(_ interval: Interval, _ table: RoutingTable) {
            self.interval = interval
            self.table = table
        }
    }

    package let period: ReportPeriod
    package let clock: ServiceClock
    /// How long a call may last at the most.
    package let maxCall: Milliseconds
    package let stretches: [Stretch]
    /// In order of their names.
    package let clients: [ReportClient]
    private let places: [ClientID: Int]

    /// - Parameters:
    ///   - current: The table in force, whose clock and settings hold.
    ///   - stretches: In order of time.
    ///   - isWanted: Whether a client is to be reported of.
    package init(
        _ period: ReportPeriod, current: RoutingTable, _ stretches: [Stretch], where isWanted: (ClientID) -> Bool
    ) {
        self.period = period
        clock = current.clock
        maxCall = current.directory.settings.maxCall
        self.stretches = stretches
        var clients: [ReportClient] = []
        var known: [ClientID: Int] = [:]
        for stretch in stretches {
            for entry in stretch.table.clients where isWanted(entry.client.id) {
                let terms = ReportClient.terms(of: entry, in: stretch)
                if let place = known[entry.client.id] {
                    clients[place] = clients[place].later(entry, stretch.table, terms)
                } else {
                    known[entry.client.id] = clients.count
                    clients.append(ReportClient(entry, stretch.table, terms))
                }
            }
        }
        clients.sort { ($0.name, $0.id.description) < ($1.name, $1.id.description) }
        self.clients = clients
        places = Dictionary(uniqueKeysWithValues: clients.enumerated().map { ($1.id, $0) })
    }

    func place(of client: ClientID) -> Int? { places[client] }
}

/// A client of a report, as the last version of the directory in the period has it.
package struct ReportClient: Sendable {
    /// A pair with the time in which it was the client's.
    package struct Term: Sendable, Equatable {
        package let interval: Interval
        package let pair: Pair
    }

    package let entry: ClientEntry
    package let level: ServiceLevel?
    /// In order of time.
    package let terms: [Term]
    /// The agents' names at that time.
    package let names: [AgentID: String]

    fileprivate init(_ entry: ClientEntry, _ table: RoutingTable, _ terms: [Term], _ names: [AgentID: String] = [:]) {
        self.entry = entry
        level = table.directory.settings.levels.first { $0.name == entry.client.agreement.level }
        self.terms = terms
        let agents =
            terms.flatMap { [$0.pair.primary, $0.pair.backup] }
            + entry.client.handovers.flatMap { [$0.pair.primary, $0.pair.backup] }
        var names = names
        for agent in agents { names[agent] = table.agent(agent)?.agent.name ?? names[agent] }
        self.names = names
    }

    /// The same client with what a later version has of it.
    fileprivate func later(_ entry: ClientEntry, _ table: RoutingTable, _ more: [Term]) -> ReportClient {
        var terms = terms
        for term in more {
            if let last = terms.last, last.pair == term.pair, last.interval.end == term.interval.start,
                let joined = Interval(from: last.interval.start, until: term.interval.end)
            {
                terms[terms.count - 1] = Term(interval: joined, pair: term.pair)
            } else {
                terms.append(term)
            }
        }
        return ReportClient(entry, table, terms, names)
    }

    fileprivate static func terms(of entry: ClientEntry, in stretch: ReportScope.Stretch) -> [Term] {
        let client = entry.client
        let starts =
            [stretch.interval.start]
            + client.handovers.map { stretch.table.clock.instant($0.from, .startOfDay) }
            .filter { stretch.interval.start < $0 && $0 < stretch.interval.end }
        return zip(starts, starts.dropFirst() + [stretch.interval.end]).compactMap { start, end in
            Interval(from: start, until: end).map {
                Term(interval: $0, pair: client.pair(on: stretch.table.clock.day(of: start)))
            }
        }
    }

    package var id: ClientID { entry.client.id }
    package var name: String { entry.client.name }
    package var target: Milliseconds? { level?.answerWithin.map { .seconds($0.seconds) } }

    /// Whether an agent was in the client's pair at an instant.
    package func isOfPair(_ agent: AgentID?, at instant: Instant) -> Bool {
        guard let agent, let term = terms.last(where: { $0.interval.start <= instant }) ?? terms.first else {
            return false
        }
        return term.pair.primary == agent || term.pair.backup == agent
    }
}
