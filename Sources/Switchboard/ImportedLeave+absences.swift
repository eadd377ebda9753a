import ICalendar
package import Records
package import Routing
package import Time

extension ImportedLeave {
    /// Nil for what was entered by hand, and where its entry had gone from the calendar.
    init?(_ absence: Absence, at instant: Instant) {
        // An early ledger does not know when the calendar said that it is; what has vanished is over.
        let current = absence.interval.flatMap { $0.end > instant ? $0 : nil }
        guard let origin = absence.origin, let read = origin.read ?? current else { return nil }
        self.init(
            id: absence.id, identity: LeaveEntry.Identity(uid: origin.uid, recurrence: origin.recurrence),
            read: read, current: absence.interval)
    }

    /// Of absences that one calendar has made, the last of each entry, and others that are to come, such as one that was given to its agent: those
    /// before it are what became of it earlier.
    static func standing(of absences: [Absence], at instant: Instant) -> [Absence] {
        func identity(_ absence: Absence) -> LeaveEntry.Identity {
            LeaveEntry.Identity(uid: absence.origin?.uid ?? "", recurrence: absence.origin?.recurrence)
        }
        let newest = Dictionary(absences.map { (identity($0), $0.id) }, uniquingKeysWith: max)
        return absences.filter { absence in
            newest[identity(absence)] == absence.id || absence.interval.map { $0.end > instant } ?? false
        }.sorted { $0.id < $1.id }
    }
}

/// An agent's calendar as it stands.
package struct CalendarState: Sendable {
    package let calendar: CalendarID
    package let agentName: String
    /// When it was read last; nil: never.
    package let read: Instant?
    /// When that last changed anything; nil: never, or longer ago than that was kept.
    package let changed: Instant?
    /// What has gone wrong since it was read.
    package let failure: String?
    /// The absences of what goes on or is to come by it that stay as people have left them, by their numbers.
    package let kept: [Int64]
}

extension Switchboard {
    /// The calendars that were read, or that the directory says are to be, in the order of agents and sources.
    package nonisolated func calendarStates(_ table: RoutingTable, at instant: Instant) -> [CalendarState] {
        let standings = calendars.all
        return table.directory.agents.flatMap { agent -> [CalendarState] in
            var sources = Set(standings.keys.filter { $0.agent == agent.id }.map(\.source))
            if let named = agent.calendar?.source { sources.insert(named) }
            guard !sources.isEmpty else { return [] }
            let own = table.roster.absences.of(agent.id)
            return sources.sorted().map { source in
                let calendar = CalendarID(source: source, agent: agent.id)
                let kept = ImportedLeave.standing(of: own.filter { $0.origin?.source == source }, at: instant).filter {
                    absence in
                    guard let imported = ImportedLeave(absence, at: instant) else { return false }
                    return max(imported.read.end, imported.current?.end ?? .earliest) > instant
                        && imported.isByHand(at: instant)
                }
                let standing = standings[calendar]
                return CalendarState(
                    calendar: calendar, agentName: agent.name, read: standing?.read, changed: standing?.changed,
                    failure: standing?.failure?.why, kept: kept.map(\.id))
            }
        }
    }
}
