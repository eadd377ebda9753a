package import Time

/// When a client is covered during a stretch of time, and by whom.
package struct Coverage: Sendable, Equatable {
    /// When the client is entitled to service: inside the agreement's term and the level's hours.
    package let service: Timeline
    /// When the primary is available in service.
    package let primary: Timeline
    /// When the backup is available in service.
    package let backup: Timeline

    /// When nobody of the pair is available in service.
    package var gaps: Timeline {
        service.subtracting(primary).subtracting(backup)
    }

    /// When both are available.
    package var both: Timeline {
        primary.intersection(backup)
    }
}

extension RoutingTable {
    /// A client's coverage over an interval, by the rules that decide calls.
    package func coverage(of entry: ClientEntry, over interval: Interval) -> Coverage {
        let term = Timeline([Interval(from: entry.start, until: entry.end)].compactMap(\.self))
        let service = entry.service.timeline(over: interval).intersection(term)
        return Coverage(
            service: service, primary: agents[entry.primary].timeline(over: interval).intersection(service),
            backup: agents[entry.backup].timeline(over: interval).intersection(service))
    }
}
