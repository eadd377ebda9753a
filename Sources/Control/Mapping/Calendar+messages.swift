import ICalendar
import MajorAPI
import Routing
import Switchboard
import Time

// Domain types to messages of `org.majord.Calendar`.

extension CalendarAPI.Cover {
    init(_ covering: Covering, of client: ClientEntry, _ clock: ServiceClock) {
        self.init(
            client: client.client.id.description, clientName: client.client.name,
            from: clock.rfc3339(covering.interval.start), until: clock.rfc3339(covering.interval.end),
            agent: covering.agent?.id.description, agentName: covering.agent?.name,
            role: covering.role.map { Role(word: $0.rawValue) })
    }
}

extension CalendarAPI.Away {
    init(_ away: CoveredAbsence, _ clock: ServiceClock) {
        self.init(
            agent: away.agent.id.description, agentName: away.agent.name, from: clock.rfc3339(away.interval.start),
            until: away.interval.end == .latest ? nil : clock.rfc3339(away.interval.end),
            covers: away.clients.flatMap { client in
                client.coverings.map { CalendarAPI.Cover($0, of: client.client, clock) }
            })
    }
}

extension CalendarAPI.Gap {
    /// The first stretch of each, with how many follow.
    init?(_ gap: ClientGap, _ clock: ServiceClock) {
        guard let first = gap.stretches.first else { return nil }
        let more = gap.stretches.count - 1
        self.init(
            client: gap.client.client.id.description, clientName: gap.client.client.name,
            from: clock.rfc3339(first.start), until: clock.rfc3339(first.end), more: more > 0 ? more : nil)
    }
}

extension CalendarAPI.StandIn {
    init(_ deputyship: Deputyship, in table: RoutingTable, for requester: Requester) {
        let told = RosterAPI.Deputyship(deputyship, in: table, for: requester)
        self.init(
            id: told.id, deputy: told.deputy, deputyName: told.deputyName, agentName: told.agentName,
            clientName: told.clientName, from: told.from, until: told.until, enteredBy: told.enteredBy)
    }
}

extension CalendarAPI.Change {
    static func messages(_ imported: Switchboard.Imported, _ clock: ServiceClock) -> [Self] {
        let new = imported.comparison.new.enumerated().map { index, entry in
            let number = index < imported.numbers.count ? imported.numbers[index] : nil
            return Self(.new, number, entry, was: nil, clock)
        }
        let changed = imported.comparison.changed.map {
            var message = Self(
                .changed, imported.again[$0.before.id] ?? $0.before.id, $0.after, was: $0.before.current, clock)
            if message.absence != String($0.before.id) { message.insteadOf = String($0.before.id) }
            return message
        }
        let gone = imported.comparison.gone.map { before in
            Self(
                .gone, before.id, LeaveEntry(identity: before.identity, interval: before.current ?? before.read),
                was: nil, clock)
        }
        let kept = imported.comparison.kept.map { kept in
            let before = kept.before
            var message = Self(
                .kept, before.id, LeaveEntry(identity: before.identity, interval: before.current ?? before.read),
                was: before.read, clock)
            message.calendarFrom = (kept.after?.interval.start).map(clock.rfc3339)
            message.calendarUntil = (kept.after?.interval.end).map(clock.rfc3339)
            message.cancelled = before.current == nil ? true : nil
            return message
        }
        return new + changed + gone + kept
    }

    private init(_ what: What, _ absence: Int64?, _ entry: LeaveEntry, was: Interval?, _ clock: ServiceClock) {
        self.init(
            what: what, absence: absence.map(String.init), uid: entry.identity.uid,
            recurrence: entry.identity.recurrence,
            from: clock.rfc3339(entry.interval.start), until: clock.rfc3339(entry.interval.end),
            wasFrom: was.map { clock.rfc3339($0.start) }, wasUntil: was.map { clock.rfc3339($0.end) })
    }
}
