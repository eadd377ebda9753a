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
    ) async throws(EventRefusal) -> (events: [Event], seen: Int64?) {
        let (table, instant) = (table, now())
        let own = table.agent(ofUser: requester.user)?.agent.id
        guard requester.mayNotify || own != nil else { throw .notAllowed(.readEvents) }
        let records = ledger.events
        let read = await BackgroundThread.run("majord-events") {
            Result { () throws(LedgerError) in try records.events(query) }
        }
        do throws(LedgerError) {
            let all = try read.get()
            let told = all.filter { event in
                guard !requester.mayNotify, let own else { return true }
                return event.kind.concernsAgents
                    && (event.about.agent == own
                        || event.about.client.map { requester.worksFor($0, in: table, at: instant) } ?? false)
            }
            return (told, all.last?.number)
        } catch {
            throw .ledger(error)
        }
    }

    /// How far a program has been told of events.
    package nonisolated func told(_ program: String, by requester: Requester) async throws(EventRefusal) -> Int64? {
        try await noted(requester) { events throws(LedgerError) in try events.told(program) }
    }

    /// Notes how far a program has been told of events.
    package nonisolated func note(
        _ program: String, toldOf number: Int64, by requester: Requester
    ) async throws(EventRefusal) {
        try await noted(requester) { events throws(LedgerError) in try events.note(program, toldOf: number) }
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
