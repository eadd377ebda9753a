import Records
import Routing
import Time

// What is told of a change, written with it.

extension NewEvent {
    /// What makes the same of the same: the kind, and what it is about.
    static func mark(_ kind: Event.Kind, _ subjects: any CustomStringConvertible...) -> String {
        ([kind.rawValue] + subjects.map(\.description)).joined(separator: " ")
    }

    /// A client who is left without anybody, now or later; nil where he is not. One who has nobody now is not told of again as long as that lasts.
    static func uncovered(
        _ client: ClientEntry, _ stretches: [Interval], by agent: AgentID? = nil, absence: Int64? = nil,
        at instant: Instant
    ) -> NewEvent? {
        guard let first = stretches.first else { return nil }
        // A gap that reaches as far as is looked has no end that anybody knows; the clock may have gone on since.
        let horizon = instant.advanced(by: RoutingTable.outlook)
        let isKnown =
            first.end > horizon || first.end < horizon.advanced(by: Milliseconds(-Milliseconds.minutes(1).count))
        let isNow = first.start <= instant && first.end > instant && client.service.contains(instant)
        return NewEvent(
            .clientUncovered, at: instant,
            Event.About(
                client: client.client.id, agent: agent, absence: absence, start: first.start,
                end: isKnown ? first.end : nil), mark: isNow ? mark(.clientUncovered, client.client.id) : nil)
    }

    static func uncovered(
        _ gaps: [ClientGap], by agent: AgentID, absence: Int64? = nil, at instant: Instant
    ) -> [NewEvent] {
        gaps.compactMap { uncovered($0.client, $0.stretches, by: agent, absence: absence, at: instant) }
    }

    static func deputyNamed(_ deputyship: Deputyship, in table: RoutingTable, at instant: Instant) -> NewEvent {
        let member = deputyship.member.map { table.agent($0)?.agent.name ?? $0.description }
        return NewEvent(
            .deputyNamed, at: instant,
            Event.About(
                client: deputyship.client, agent: deputyship.deputy, deputyship: deputyship.id,
                start: deputyship.start, end: deputyship.end < .latest ? deputyship.end : nil, detail: member))
    }
}
