package import Records
package import Routing
import Synchronization
package import Time
import Wording

/// How reading agents' calendars has gone. Written by the switchboard, read by everybody.
package final class CalendarStandings: Sendable {
    /// An agent's calendar that was read too long ago.
    package struct Stale: Sendable {
        package let calendar: CalendarID
        package let agentName: String
        /// When it was read last; nil: never.
        package let read: Instant?
        /// What has gone wrong since.
        package let failure: String?
    }

    private let standings: Mutex<[CalendarID: CalendarStanding]>

    init(_ standings: [CalendarStanding]) {
        self.standings = Mutex(Dictionary(standings.map { ($0.calendar, $0) }, uniquingKeysWith: { $1 }))
    }

    /// Takes what the ledger has: something was forgotten in it.
    func take(_ kept: [CalendarStanding]) {
        standings.withLock { standings in
            for standing in kept { standings[standing.calendar] = standing }
        }
    }

    package subscript(calendar: CalendarID) -> CalendarStanding? { standings.withLock { $0[calendar] } }

    /// Those that somebody has tried to read.
    var all: [CalendarID: CalendarStanding] { standings.withLock(\.self) }

    func noteRead(_ calendar: CalendarID, absences: Int, isChanged: Bool, at instant: Instant) {
        standings.withLock { standings in
            standings[calendar] = CalendarStanding(
                calendar: calendar, read: instant, changed: isChanged ? instant : standings[calendar]?.changed,
                absences: absences, failure: nil)
        }
    }

    func noteFailure(_ calendar: CalendarID, _ why: String, at instant: Instant) {
        standings.withLock { standings in
            let before = standings[calendar]
            standings[calendar] = CalendarStanding(
                calendar: calendar, read: before?.read, changed: before?.changed, absences: before?.absences ?? 0,
                failure: CalendarStanding.Failure(at: instant, why: why))
        }
    }

    /// Those that the directory says are to be read and that were read longer ago than `stale_after`, or never. What was imported by hand
    /// grows old without a word.
    package func stale(_ table: RoutingTable, at instant: Instant) -> [Stale] {
        let standings = standings.withLock(\.self)
        let today = table.clock.day(of: instant)
        return table.directory.agents.compactMap { agent in
            // Nobody is to be asked for the calendar of somebody who has left.
            guard let address = agent.calendar, agent.employment.until.map({ $0 >= today }) ?? true else { return nil }
            let calendar = CalendarID(source: address.source, agent: agent.id)
            let standing = standings[calendar]
            if let read = standing?.read, instant.since(read) <= table.directory.settings.staleAfter { return nil }
            return Stale(
                calendar: calendar, agentName: agent.name, read: standing?.read, failure: standing?.failure?.why)
        }
    }

    /// Those that the directory says are to be read and that could not be read when that was tried last.
    func refused(_ table: RoutingTable) -> [CalendarStanding] {
        let standings = standings.withLock(\.self)
        return table.directory.agents.compactMap { agent in
            guard let address = agent.calendar else { return nil }
            return standings[CalendarID(source: address.source, agent: agent.id)].flatMap {
                $0.failure == nil ? nil : $0
            }
        }
    }
}

extension CalendarStandings.Stale {
    /// `the calendar hr of Joke de Vries was read last at 2026-11-18 09:00: it is no calendar; see majord-calendar@jdevries.service`
    func sentence(_ clock: ServiceClock, _ language: Language = .en) -> String {
        TroubleWords(language).staleCalendar(
            calendar.source, of: agentName, read: read.map(clock.noted), failure: failure,
            unit: "majord-calendar@\(calendar.agent).service")
    }
}
