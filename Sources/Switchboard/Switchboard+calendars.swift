package import ICalendar
import Logging
import Records
package import Routing
import ShownText
import Time
import Wording

extension Switchboard {
    /// What a calendar has changed, or would change.
    package struct Imported: Sendable {
        package let agent: Agent
        package let comparison: LeaveComparison
        /// Of the absences that are new, in the comparison's order; none of a dry run.
        package let numbers: [Int64]
        /// The numbers of those that took the place of one that had begun or was over, by its number; none of a dry run.
        package let again: [Int64: Int64]
        /// When nobody is there for a client because of it, however far off.
        package let opened: [ClientGap]
        /// Who still stands in for the agent when he is there again.
        package let left: [Deputyship]
        package let generation: UInt64
    }

    /// The most bytes of a source's name.
    private static let sourceLimit = 64
    /// The most bytes of an entry's UID, and of its place in a series.
    private static let identityLimit = 1_024

    /// Takes all leave of an agent's calendar as one change; it is in force like sickness, whatever gaps it opens.
    ///
    /// - Parameters:
    ///   - leave: All of it that goes on or is to come.
    ///   - events: How many events the calendar has, whatever they mean.
    ///   - following: The numbers of absences that people have changed and that are to follow the calendar again.
    ///   - isDryRun: Whether it is only looked at.
    package func importLeave(
        _ leave: [LeaveEntry], events: Int, agent name: String?, source: String, following: Set<Int64> = [],
        isDryRun: Bool, by requester: Requester
    ) async throws(CalendarRefusal) -> Imported {
        try Self.check(leave, source)
        return try await change { () throws(CalendarRefusal) in
            let agent = try calendarOwner(name, source, requester)
            let instant = now()
            let calendar = CalendarID(source: source, agent: agent.id)
            let before = try await broughtBefore(calendar, of: agent)
            let imported = before.compactMap { ImportedLeave($0, at: instant) }
            if let stranger = following.subtracting(imported.map(\.id)).min() { throw .notOfCalendar(stranger) }
            let comparison: LeaveComparison
            do throws(LeaveComparison.NoEvents) {
                comparison = try LeaveComparison(
                    leave, events: events, before: imported, following: following, now: instant)
            } catch {
                throw .noEvents(expected: error.expected)
            }
            let steps = CalendarSteps(comparison, before: before, of: calendar, at: instant)
            // Whoever was to stand in for him under the id that he had before does so for the new one.
            let along = given(
                standIns: before.filter { $0.agent != agent.id }, to: agent.id, at: instant)
            let all = steps.all + along.map { .endDeputyship($0.old) } + along.map { .depute($0.new) }
            let horizon = Self.horizon(of: comparison, at: instant)
            let old = table
            guard !isDryRun else {
                let writing = RosterWriting(by: requester.user, at: instant, all)
                let planned = RoutingTable(old, roster: writing.applied(to: old.roster), generation: old.generation)
                return Imported(
                    agent: agent, comparison: comparison, numbers: [], again: [:],
                    opened: Self.opened(in: planned, since: old, by: agent, at: instant, until: horizon),
                    left: planned.leftDeputyships(of: agent.id, since: old, from: instant), generation: old.generation)
            }
            let writing = RosterWriting(
                by: requester.user, at: instant,
                all + [.calendarRead(calendar, absences: leave.count, isChanged: !comparison.isEmpty)])
            let made: Made<[ClientGap]>
            do throws(RosterRefusal) {
                made = try await write(writing) { table, _ in
                    let opened = Self.opened(in: table, since: old, by: agent, at: instant, until: horizon)
                    return (opened, NewEvent.uncovered(opened, by: agent.id, at: instant))
                }
            } catch {
                throw .roster(error)
            }
            if !comparison.gone.isEmpty || !comparison.changed.isEmpty { lastEnding = max(lastEnding, instant) }
            calendars.noteRead(calendar, absences: leave.count, isChanged: !comparison.isEmpty, at: instant)
            noteChange()
            let result = Imported(
                agent: agent, comparison: comparison, numbers: Array(made.numbers.prefix(comparison.new.count)),
                again: Dictionary(
                    zip(steps.replaced, made.numbers.dropFirst(comparison.new.count)), uniquingKeysWith: { $1 }),
                opened: made.value, left: table.leftDeputyships(of: agent.id, since: old, from: instant),
                generation: made.generation)
            report(result, calendar, requester)
            reportUncovered(result.opened, agent: agent.id, result.generation)
            return result
        }
    }

    /// Keeps that a calendar could not be read; what was read last stays.
    package func noteCalendarFailure(
        _ why: String, agent name: String?, source: String, by requester: Requester
    ) async throws(CalendarRefusal) {
        try Self.check([], source)
        guard why.utf16.count <= Self.noteLimit, why.isShowable else {
            throw .invalid("why a calendar cannot be read is one line of plain text")
        }
        try await change { () throws(CalendarRefusal) in
            let agent = try calendarOwner(name, source, requester)
            let calendar = CalendarID(source: source, agent: agent.id)
            let instant = now()
            do throws(RosterRefusal) {
                _ = try await write(
                    RosterWriting(by: requester.user, at: instant, [.calendarFailed(calendar, why: why)]))
            } catch {
                throw .roster(error)
            }
            calendars.noteFailure(calendar, why, at: instant)
            noteChange()
        }
    }

    /// Where an agent's calendar is read from.
    package nonisolated func calendarAddress(
        agent name: String?, by requester: Requester
    ) throws(CalendarRefusal) -> CalendarAddress {
        let agent = try calendarOwner(name, nil, requester)
        guard let address = agent.calendar else { throw .noCalendar(agent) }
        return address
    }

    /// Warns of each calendar once when it gets stale. To be called every few seconds.
    package func watchCalendars() {
        let instant = now()
        let stale = calendars.stale(table, at: instant)
        for one in stale where !staleCalendars.contains(one.calendar) {
            logger.report(
                .calendarStale, one.sentence(table.clock).capitalizingFirst,
                ["agent": "\(one.calendar.agent)", "source": "\(one.calendar.source)"])
        }
        let known = Set(stale.map(\.calendar))
        guard known != staleCalendars else { return }
        staleCalendars = known
        noteChange()
    }

    // MARK: -

    private static func check(_ leave: [LeaveEntry], _ source: String) throws(CalendarRefusal) {
        guard !source.isEmpty, source.utf8.count <= sourceLimit,
            source.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            })
        else { throw .invalid("a source is named with letters, digits, `-`, `_` and `.`, such as `hr`") }
        guard leave.count <= LeaveCalendar.maximumLeave else {
            throw .invalid("a calendar may have \(LeaveCalendar.maximumLeave) stretches of leave")
        }
        guard Set(leave.map(\.identity)).count == leave.count else {
            throw .invalid("two entries have the same UID and recurrence")
        }
        for entry in leave {
            let parts = [entry.identity.uid, entry.identity.recurrence ?? ""]
            guard parts.allSatisfy({ $0.utf8.count <= identityLimit && ($0.isEmpty || $0.isShowable) }) else {
                throw .invalid("a UID is plain text of at most \(identityLimit) bytes")
            }
        }
    }

    /// The agent whose calendar it is, where the requester may have it read.
    ///
    /// - Parameter source: From where; nil: from wherever.
    private nonisolated func calendarOwner(
        _ name: String?, _ source: String?, _ requester: Requester
    ) throws(CalendarRefusal) -> Agent {
        let table = table
        guard let name else {
            guard let own = requester.agent(in: table) else {
                throw .roster(.notAnAgent(user: requester.user))
            }
            return own.agent
        }
        guard let agent = table.agent(AgentID(name))?.agent else {
            guard requester.maySeeRoster(table) || requester.isCalendarReader else {
                throw .roster(.notAllowed(.importLeave))
            }
            throw .roster(.unknownAgent(name, known: table.agents.map(\.agent.id.description)))
        }
        guard requester.mayImport(agent, from: source) else { throw .roster(.notAllowed(.importLeave)) }
        return agent
    }

    /// How far is looked for gaps: as far as always, and to the end of the leave that the calendar brings.
    private static func horizon(of comparison: LeaveComparison, at instant: Instant) -> Instant {
        let ends = comparison.new.map(\.interval.end) + comparison.changed.map(\.after.interval.end)
        return max(instant.advanced(by: RoutingTable.outlook), ends.max() ?? instant)
    }

    private static func opened(
        in table: RoutingTable, since before: RoutingTable, by agent: Agent, at instant: Instant, until end: Instant
    ) -> [ClientGap] {
        guard let interval = Interval(from: instant, until: end) else { return [] }
        return table.opened(since: before, for: table.clientsConcerned(by: agent.id), over: interval, by: agent.id)
    }

    /// The journal has how much was changed, and neither when nor of what kind.
    private func report(_ imported: Imported, _ calendar: CalendarID, _ requester: Requester) {
        let comparison = imported.comparison
        let fields = requester.fields.merging([
            "agent": "\(calendar.agent)", "source": "\(calendar.source)", "generation": "\(imported.generation)",
        ]) { own, _ in own }
        let what =
            comparison.isEmpty
            ? "nothing is new"
            : "\(comparison.new.count) new, \(comparison.changed.count) changed, \(comparison.gone.count) gone"
        logger.report(
            .calendarRead, "The calendar \(calendar.source) of \(imported.agent.name) was read: \(what)",
            level: comparison.isEmpty ? .info : nil, fields)
    }
}
