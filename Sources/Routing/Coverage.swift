package import Time

/// When a client is covered during a stretch of time, and by whom: the one computation that guard, forecast, calendars and digest read.
package struct Coverage: Sendable, Equatable {
    /// Somebody who stands for the client.
    package struct Cover: Sendable, Equatable {
        /// The agent's position in the table.
        let agent: Int
        package let role: Role
        /// When he is available in service, being that.
        package let times: Timeline
    }

    /// When the client is entitled to service: inside the agreement's term and the level's hours.
    package let service: Timeline
    /// In the order in which calls try them: of any instant those who are available then. Nobody comes twice at one instant; one who stands for
    /// the client in several ways one after the other comes several times.
    package let covers: [Cover]

    /// When somebody in a role is available in service.
    package subscript(role: Role) -> Timeline {
        covers.reduce(.never) { $1.role == role ? $0.union($1.times) : $0 }
    }

    /// When nobody is available in service.
    package var gaps: Timeline {
        covers.reduce(service) { $0.subtracting($1.times) }
    }

    /// The same at some times only.
    func during(_ times: Timeline) -> Coverage {
        Coverage(
            service: service.intersection(times),
            covers: covers.map { Cover(agent: $0.agent, role: $0.role, times: $0.times.intersection(times)) })
    }

    /// When both of the pair are available.
    package var both: Timeline {
        self[.primary].intersection(self[.backup])
    }
}

extension RoutingTable {
    /// A client's coverage over an interval, by the rules that decide calls with nobody busy.
    package func coverage(of entry: ClientEntry, over interval: Interval) -> Coverage {
        var reader = CoverageReader(self, over: interval)
        return reader.coverage(of: entry)
    }

    /// The agent of a cover that this table has found.
    package func agent(_ cover: Coverage.Cover) -> Agent { agents[cover.agent].agent }
}

/// Tells the coverage of many clients over one stretch of time: what they share is found once.
package struct CoverageReader {
    private let table: RoutingTable
    package let interval: Interval
    private var services: [ObjectIdentifier: Timeline] = [:]
    private var agents: [Int: Timeline] = [:]

    package init(_ table: RoutingTable, over interval: Interval) {
        self.table = table
        self.interval = interval
    }

    package mutating func coverage(of entry: ClientEntry) -> Coverage {
        let term = Timeline([Interval(from: entry.start, until: entry.end)].compactMap(\.self))
        let service = service(entry.service).intersection(term)
        let covers = table.candidates(of: entry, over: interval).map { agent, role, times in
            Coverage.Cover(
                agent: agent, role: role,
                times: times.intersection(timeline(of: agent)).intersection(service))
        }
        return Coverage(service: service, covers: covers)
    }

    private mutating func service(_ schedule: Schedule) -> Timeline {
        if let known = services[ObjectIdentifier(schedule)] { return known }
        let timeline = schedule.timeline(over: interval)
        services[ObjectIdentifier(schedule)] = timeline
        return timeline
    }

    private mutating func timeline(of agent: Int) -> Timeline {
        if let known = agents[agent] { return known }
        let timeline = table.agents[agent].timeline(over: interval)
        agents[agent] = timeline
        return timeline
    }
}
