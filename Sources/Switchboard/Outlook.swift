package import Routing
package import Time

/// What only passing time brings, each told once: gaps that come into view, requests that nobody decides, sickness that lasts.
///
/// A struct without a clock: whoever has one asks it every minute.
package struct Outlook: Sendable {
    package enum News: Hashable, Sendable {
        /// A request that begins in less than two days and waits.
        case undecided(Int64)
        /// A request that began before anybody decided it.
        case lapsed(Int64)
        /// A sickness without an end that lasts longer than `review_after`.
        case longSickness(Int64)
    }

    /// How long before its start an undecided request is told of.
    static let notice = Milliseconds.days(2)

    /// Up to when gaps have been looked for; nil where they never were.
    package private(set) var seenUntil: Instant?
    private var told: Set<News> = []

    /// - Parameter seenUntil: Up to when a majord before this one has looked for gaps; what it has seen was told then, or when it was entered.
    package init(seenUntil: Instant?) {
        self.seenUntil = seenUntil
    }

    /// The stretch that has come into view since the last look, where that is a day or more. It counts as looked at from then on.
    package mutating func unseen(at instant: Instant) -> Interval? {
        let horizon = instant.advanced(by: RoutingTable.outlook)
        // A clock that was ahead has looked further than there is to be seen.
        if let seenUntil, seenUntil > horizon { self.seenUntil = horizon }
        let seen = max(seenUntil ?? instant, instant)
        guard horizon.since(seen) >= .days(1) else { return nil }
        seenUntil = horizon
        return Interval(from: seen, until: horizon)
    }

    /// Clients with the gaps that begin in a stretch; the client whose first gap is the soonest comes first. One that goes on from before, also over
    /// days without service, was told when its beginning came into view; one in which the client has nobody now is told as that.
    package static func gaps(
        of table: RoutingTable, in unseen: Interval
    ) -> [(client: ClientEntry, stretches: [Interval])] {
        guard let looked = Interval(from: unseen.start.advanced(by: .days(-7)), until: unseen.end) else { return [] }
        return table.gapStretches(over: looked).compactMap { entry, gaps in
            let begun = gaps.filter { $0.start >= unseen.start }
            return begun.isEmpty ? nil : (entry, begun)
        }
    }

    /// What is new.
    package mutating func look(_ table: RoutingTable, at instant: Instant) -> [News] {
        var news: [News] = []
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
