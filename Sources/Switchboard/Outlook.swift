package import Routing
package import Time

/// What only passing time brings, each told once: gaps that come into view, requests that nobody decides, sickness that lasts.
///
/// A struct without a clock: whoever has one asks it every minute.
package struct Outlook: Sendable {
    package enum News: Hashable, Sendable {
        /// A client who has nobody on a day that has come into view; when that is.
        case gap(ClientID, Timeline)
        /// A request that begins in less than two days and waits.
        case undecided(Int64)
        /// A request that began before anybody decided it.
        case lapsed(Int64)
        /// A sickness without an end that lasts longer than `review_after`.
        case longSickness(Int64)
    }

    /// How long before its start an undecided request is told of.
    static let notice = Milliseconds.days(2)

    /// Up to when gaps have been looked for; nil before the first look, since what was in view before was told when it was entered.
    private var seenUntil: Instant?
    private var told: Set<News> = []

    package init() {}

    /// The stretch that has come into view since the last look, where that is a day or more, and the moment before it.
    package func unseen(at instant: Instant) -> Interval? {
        let horizon = instant.advanced(by: RoutingTable.outlook)
        guard let seenUntil, horizon.since(seenUntil) >= .days(1) else { return nil }
        return Interval(from: seenUntil.advanced(by: Milliseconds(-1)), until: horizon)
    }

    /// What is new.
    ///
    /// - Parameter gaps: Those of the stretch that `unseen` names.
    package mutating func look(
        _ table: RoutingTable, gaps: [(client: ClientEntry, gaps: Timeline)], at instant: Instant
    ) -> [News] {
        let unseen = unseen(at: instant)
        if seenUntil == nil || unseen != nil {
            seenUntil = max(seenUntil ?? .earliest, instant.advanced(by: RoutingTable.outlook))
        }
        var news = gaps.compactMap { entry, gaps -> News? in
            // One that goes on from before was told when its beginning came into view.
            let begun = gaps.intervals.filter { $0.start != unseen?.start }
            return begun.isEmpty ? nil : .gap(entry.client.id, Timeline(begun))
        }
        for request in table.roster.requests {
            if request.hasLapsed(at: instant) {
                news.append(.lapsed(request.id))
            } else if request.isWaiting(at: instant), request.leave.start.since(instant) <= Self.notice {
                news.append(.undecided(request.id))
            }
        }
        let reviewAfter = table.directory.settings.reviewAfter
        for absence in table.roster.absences
        where absence.kind == .sickness && absence.end == nil && instant.since(absence.start) > reviewAfter {
            news.append(.longSickness(absence.id))
        }
        let new = news.filter { !told.contains($0) }
        // What is told of no longer need not be remembered: its number is never used again.
        told = Set(news)
        return new
    }
}
