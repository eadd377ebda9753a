package import Time

/// When a client is covered during a stretch of time, and by whom.
package struct Coverage: Sendable, Equatable {
    /// When the client is entitled to service: inside the agreement's term and the level's hours.
    package let service: Timeline
    /// For each role, when somebody in it is available in service.
    private let roles: [Role: Timeline]

    fileprivate init(service: Timeline, roles: [Role: Timeline]) {
        self.service = service
        self.roles = roles
    }

    package subscript(role: Role) -> Timeline { roles[role] ?? .never }

    /// When nobody is available in service.
    package var gaps: Timeline {
        roles.values.reduce(service) { $0.subtracting($1) }
    }

    /// When both of the pair are available.
    package var both: Timeline {
        self[.primary].intersection(self[.backup])
    }
}

extension RoutingTable {
    /// A client's coverage over an interval, by the rules that decide calls.
    package func coverage(of entry: ClientEntry, over interval: Interval) -> Coverage {
        let term = Timeline([Interval(from: entry.start, until: entry.end)].compactMap(\.self))
        let service = entry.service.timeline(over: interval).intersection(term)
        var roles: [Role: Timeline] = [:]
        for (agent, role, term) in candidates(of: entry, over: interval) {
            let times = agents[agent].timeline(over: term).intersection(service)
            roles[role] = roles[role]?.union(times) ?? times
        }
        return Coverage(service: service, roles: roles)
    }
}
