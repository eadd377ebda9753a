package import Routing
package import Time

/// What is kept of who changed the roster: one line for each step of a change, written with it and never changed. The methods block, as
/// those of `RosterRecords`.
package protocol HistoryRecords: Sendable {
    /// The newest lines that are asked for, the oldest of them first. Changes go on meanwhile.
    func changes(_ query: HistoryQuery) throws(LedgerError) -> [RosterChange]

    /// The lines of a time in the order in which things were done, with what it takes to follow a roster by them.
    ///
    /// - Parameter last: Behind which line, by when it was and its number.
    func lines(
        after last: (at: Instant, id: Int64), until end: Instant, limit: Int
    ) throws(LedgerError) -> [RosterLine]
}

/// Which lines of the history are asked for.
package struct HistoryQuery: Sendable, Equatable {
    /// Of these agents: their absences, and deputyships of theirs or for them. With `clients`, those of either; both empty: of everybody.
    package var agents: [AgentID] = []
    /// Of these clients: deputyships there, and their numbers.
    package var clients: [ClientID] = []
    package var subject: RosterChange.Subject?
    package var since: Instant?
    package var limit: Int

    package init(
        agents: [AgentID] = [], clients: [ClientID] = [], subject: RosterChange.Subject? = nil, since: Instant? = nil,
        limit: Int = 1_000
    ) {
        self.agents = agents
        self.clients = clients
        self.subject = subject
        self.since = since
        self.limit = limit
    }
}
