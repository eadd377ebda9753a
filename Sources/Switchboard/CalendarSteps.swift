import ICalendar
import Records
import Routing
import Time

/// What is to be written of a calendar that was read again.
///
/// The past stays as it was: what is new begins no earlier than now, and what has begun keeps its beginning.
struct CalendarSteps {
    private(set) var entering: [RosterWriting.Step] = []
    private(set) var others: [RosterWriting.Step] = []
    /// The absences that are another one from now on, in the order of those.
    private(set) var replaced: [Int64] = []

    /// Those that enter something first, in the comparison's order.
    var all: [RosterWriting.Step] { entering + others }

    /// - Parameter before: The absences of which the comparison knows.
    init(_ comparison: LeaveComparison, before: [Absence], of calendar: CalendarID, at instant: Instant) {
        let absences = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        func entered(_ entry: LeaveEntry) -> RosterWriting.Step {
            .enter(
                NewAbsence(
                    agent: calendar.agent, kind: .leave, start: max(entry.interval.start, instant),
                    end: entry.interval.end, origin: Self.origin(entry, calendar)))
        }
        entering = comparison.new.map(entered)
        others = Self.taken(comparison, absences, by: calendar.agent)
        for change in comparison.changed {
            guard var absence = absences[change.before.id] else { continue }
            let isOver = absence.interval.map { $0.end <= instant } ?? true
            let hasBegun = absence.start <= instant
            guard !isOver, !hasBegun || change.after.interval.start <= instant else {
                // What was is not what will be: it is another absence.
                if !isOver { others.append(.vanish(absence.id)) }
                others.append(entered(change.after))
                replaced.append(absence.id)
                continue
            }
            if !hasBegun { absence.start = max(change.after.interval.start, instant) }
            absence.end = change.after.interval.end
            absence.origin = Self.origin(change.after, calendar)
            others.append(.change(absence))
        }
        others += comparison.gone.map { .vanish($0.id) }
        // What the calendar says of what stays is remembered, and changes nothing.
        let said =
            comparison.kept.compactMap { kept in kept.after.map { (kept.before, $0) } }
            + comparison.caughtUp.map { ($0.before, $0.after) }
        others += said.filter { before, after in after.interval != before.read }.map { before, after in
            .remember(before.id, Self.origin(after, calendar))
        }
    }

    /// What the agent's calendar brought him under an id that he had before is his from now on.
    private static func taken(
        _ comparison: LeaveComparison, _ absences: [Int64: Absence], by agent: AgentID
    ) -> [RosterWriting.Step] {
        let told =
            comparison.changed.map(\.before) + comparison.gone + comparison.kept.map(\.before) + comparison.same
        return told.map(\.id).sorted().filter { absences[$0].map { $0.agent != agent } ?? false }.map {
            .give($0, to: agent)
        }
    }

    private static func origin(_ entry: LeaveEntry, _ calendar: CalendarID) -> CalendarOrigin {
        CalendarOrigin(
            source: calendar.source, uid: entry.identity.uid, recurrence: entry.identity.recurrence,
            read: entry.interval)
    }
}
