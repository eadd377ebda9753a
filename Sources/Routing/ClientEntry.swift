package import Time

/// A client with everything about it that a decision needs.
package final class ClientEntry: Sendable {
    package let client: Client
    /// Among the table's clients.
    let position: Int
    /// The pair of the file, and those that take over from it.
    let firstPair: PairEntry
    let laterPairs: [PairTerm]
    /// The first instant of the agreement's term, and the first after it.
    let start: Instant
    let end: Instant
    /// The service level's hours.
    package let service: Schedule

    init(
        client: Client, position: Int, firstPair: PairEntry, laterPairs: [PairTerm], start: Instant, end: Instant,
        service: Schedule
    ) {
        self.client = client
        self.position = position
        self.firstPair = firstPair
        self.laterPairs = laterPairs
        self.start = start
        self.end = end
        self.service = service
    }

    /// The same client with other contacts.
    func with(_ client: Client) -> ClientEntry {
        ClientEntry(
            client: client, position: position, firstPair: firstPair, laterPairs: laterPairs, start: start, end: end,
            service: service)
    }

    /// Whether the agreement is in force at an instant.
    package func term(at instant: Instant) -> Term {
        instant < start ? .notStarted : instant < end ? .inForce : .ended
    }

    /// When service that goes on ends; nil where there is none now, or it goes on for more than eight days.
    package func closes(after instant: Instant) -> Instant? {
        guard let stretch = Interval(from: instant, until: min(instant.advanced(by: .days(8)), end)),
            let open = service.timeline(over: stretch).interval(at: instant)
        else { return nil }
        return open.end < stretch.end || stretch.end == end ? open.end : nil
    }

    /// When service opens next; nil where the agreement ends before that.
    package func opens(after instant: Instant) -> Instant? {
        service.next(from: instant).flatMap { $0 < end ? $0 : nil }
    }
}
