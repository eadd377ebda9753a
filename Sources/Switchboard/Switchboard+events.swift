package import Records
package import Routing
import Time

/// What happened that is worth telling somebody.
extension Switchboard {
    /// Somebody to be told of an event.
    package struct Recipient: Sendable, Equatable {
        package let name: String
        package let user: String?
        package let email: String?
    }

    package enum EventRefusal: Error, Sendable {
        case notAllowed(Right)
        /// No event has this number.
        case unknownEvent(Int64)
        case ledger(LedgerError)
    }

    /// Keeps events; what cannot be kept now waits.
    func tell(_ events: [NewEvent]) async {
        await tell(steps: events.map(EventStep.tell))
    }

    func tell(steps: [EventStep]) async {
        guard !steps.isEmpty else { return }
        let recorder = recorder
        await BackgroundThread.run("majord-events") { recorder.tell(steps) }
    }

    /// Counts the events that have come. To be called every few seconds.
    package func countEvents() async {
        let (counts, records) = (eventCounts, ledger.events)
        await BackgroundThread.run("majord-events") { counts.take(records) }
    }

    /// Events in their order: all for managers, for an agent what concerns himself and his clients.
    ///
    /// - Returns: Also the number up to which the list was looked through.
    package nonisolated func events(
        _ query: EventQuery, by requester: Requester
    ) async throws(EventRefusal) -> (events: [Event], seen: Int64) {
        let asked = try narrowed(query, for: requester)
        let records = ledger.events
        let read = await BackgroundThread.run("majord-events") {
            Result { () throws(LedgerError) in
                // Of what comes in between it is not said that it was looked at.
                let last = try records.lastEvent()
                let events = try records.events(asked)
                let isWhole = asked.isNewest || events.count < asked.limit
                return (events, seen: isWhole ? max(last, events.last?.number ?? 0) : events.last?.number ?? 0)
            }
        }
        do throws(LedgerError) {
            return try read.get()
        } catch {
            throw .ledger(error)
        }
    }

    /// Only what the requester may read: the limit is of that.
    private nonisolated func narrowed(
        _ query: EventQuery, for requester: Requester
    ) throws(EventRefusal) -> EventQuery {
        guard !requester.mayNotify else { return query }
        let (table, instant) = (table, now())
        guard let own = requester.agent(in: table)?.agent.id else { throw .notAllowed(.readEvents) }
        var narrowed = query
        let clients = table.clients.map(\.client.id).filter { requester.worksFor($0, in: table, at: instant) }
        narrowed.concerning = EventQuery.Concerned(agent: own, clients: clients)
        return narrowed
    }

    /// How far a program has been told of events.
    package nonisolated func told(_ program: String, by requester: Requester) async throws(EventRefusal) -> Int64? {
        try await noted(requester) { events throws(LedgerError) in try events.told(program) }
    }

    /// Notes how far a program has been told of events: up to the last one at most.
    package nonisolated func note(
        _ program: String, toldOf number: Int64, by requester: Requester
    ) async throws(EventRefusal) {
        let isNoted = try await noted(requester) { events throws(LedgerError) in
            // Whoever was told of what is still to come would never be told of it.
            guard try (0...events.lastEvent()).contains(number) else { return false }
            try events.note(program, toldOf: number)
            return true
        }
        guard isNoted else { throw .unknownEvent(number) }
    }

    private nonisolated func noted<Value: Sendable>(
        _ requester: Requester, _ work: @escaping @Sendable (any EventRecords) throws(LedgerError) -> Value
    ) async throws(EventRefusal) -> Value {
        guard requester.mayNotify else { throw .notAllowed(.readEvents) }
        let records = ledger.events
        let result = await BackgroundThread.run("majord-events") {
            Result { () throws(LedgerError) in try work(records) }
        }
        do throws(LedgerError) {
            return try result.get()
        } catch {
            throw .ledger(error)
        }
    }

    /// The contact who is to be called back: who called, as long as his missed call is open.
    package nonisolated func contact(of event: Event) -> String? {
        event.about.missed.flatMap { id in missedCalls.open.first { $0.id == id }?.contact }
    }

    /// To whom an event goes: managers, and those concerned who are not away. Nobody who is absent is told about work.
    package nonisolated func recipients(of event: Event) -> [Recipient] {
        let (table, instant) = (table, now())
        func isAway(_ entry: AgentEntry) -> Bool {
            switch entry.availability(at: instant) {
            case .available, .busy, .outsideHours: false
            case .absent, .notEmployed: true
            }
        }
        let managers = table.directory.settings.managers.filter { manager in
            !(manager.user.flatMap { table.agent(ofUser: $0) }.map(isAway) ?? false)
        }.map {
            Recipient(name: $0.name, user: $0.user, email: $0.email)
        }
        let known = Set(managers.compactMap(\.user))
        guard event.kind.concernsAgents else { return managers }
        var agents: [AgentID] = []
        if let agent = event.about.agent { agents.append(agent) }
        if let client = event.about.client.flatMap({ table.client($0) }) {
            agents += table.standing(for: client, at: instant, busy: .nobody).map(\.agent.agent.id)
        }
        var seen: Set<AgentID> = []
        return managers
            + agents.filter { seen.insert($0).inserted }.compactMap { table.agent($0) }.filter { entry in
                !isAway(entry) && !(entry.agent.user.map(known.contains) ?? false)
            }.map { Recipient(name: $0.agent.name, user: $0.agent.user, email: $0.agent.email) }
    }
}
