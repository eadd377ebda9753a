package import Routing
package import Time

/// What is kept of events, and how far programs have been told of them. The methods block, and are durable, as those of `RosterRecords`.
package protocol EventRecords: Sendable {
    /// Does all of it, or nothing.
    func write(_ steps: [EventStep]) throws(LedgerError)

    /// The marks of what is told once for as long as it holds (`Event.Kind.isCondition`).
    func conditions() throws(LedgerError) -> Set<String>

    /// Up to when it was told of clients who will have nobody; nil where nobody has looked yet.
    func gapsSeen() throws(LedgerError) -> Instant?

    /// Events that are asked for, the oldest first. Changes go on meanwhile.
    func events(_ query: EventQuery) throws(LedgerError) -> [Event]

    /// The number of the newest event; 0 where there never was one.
    func lastEvent() throws(LedgerError) -> Int64

    /// The number of the last event that a program has been told of; nil where it has not been told of any.
    func told(_ program: String) throws(LedgerError) -> Int64?

    /// Notes that a program has been told of an event and those before it.
    func note(_ program: String, toldOf number: Int64) throws(LedgerError)
}

/// What becomes of the list of events.
package enum EventStep: Sendable, Equatable {
    /// Appended; one whose mark an earlier one has is left out.
    case tell(NewEvent)
    /// What the event with this mark told is over: it may be told again.
    case over(String)
    /// Up to then it was told of clients who will have nobody.
    case seen(until: Instant)
}

/// An event before the ledger has given it a number.
package struct NewEvent: Sendable, Equatable {
    package let at: Instant
    package let kind: Event.Kind
    package let about: Event.About
    /// What is told once only, or once for as long as it holds: the same says so of the same. Nil where it may be told again.
    package let mark: String?

    package init(_ kind: Event.Kind, at instant: Instant, _ about: Event.About, mark: String? = nil) {
        at = instant
        self.kind = kind
        self.about = about
        self.mark = mark
    }
}

extension NewEvent {
    /// A client's call in service that goes to the overflow at once; nil for any other.
    init?(_ record: CallRecord) {
        guard let decided = record.decided, decided.isToOwnPeople, decided.action == .overflow else { return nil }
        self.init(
            .overflowTaken, at: record.noted, Event.About(client: decided.client, detail: decided.reason.word))
    }
}

/// Which events are asked for.
package struct EventQuery: Sendable, Equatable {
    /// An agent and the clients for whom he works; of what happens agents are told only some (`Event.Kind.concernsAgents`).
    package struct Concerned: Sendable, Equatable {
        package let agent: AgentID
        package let clients: [ClientID]

        package init(agent: AgentID, clients: [ClientID]) {
            self.agent = agent
            self.clients = clients
        }
    }

    /// Those with greater numbers than this.
    package var after: Int64
    package var kinds: [Event.Kind]
    package var since: Instant?
    /// Nil: whomever they concern.
    package var concerning: Concerned?
    /// The first ones, unless the newest are wanted.
    package var limit: Int
    package var isNewest: Bool

    package init(
        after: Int64 = 0, kinds: [Event.Kind] = [], since: Instant? = nil, concerning: Concerned? = nil,
        limit: Int = 1_000, isNewest: Bool = false
    ) {
        self.after = after
        self.kinds = kinds
        self.since = since
        self.concerning = concerning
        self.limit = limit
        self.isNewest = isNewest
    }
}
