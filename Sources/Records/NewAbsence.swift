package import Routing
package import Time

/// What is to be entered: an absence before the ledger has given it a number.
package struct NewAbsence: Sendable, Equatable {
    package let agent: AgentID
    package let kind: Absence.Kind
    package let start: Instant
    package let end: Instant?
    package let series: WeeklySeries?
    package let note: String?
    package let origin: CalendarOrigin?

    package init(
        agent: AgentID, kind: Absence.Kind, start: Instant, end: Instant?, series: WeeklySeries? = nil,
        note: String? = nil, origin: CalendarOrigin? = nil
    ) {
        self.agent = agent
        self.kind = kind
        self.start = start
        self.end = end
        self.series = series
        self.note = note
        self.origin = origin
    }

    /// The absence that it is once it has a number.
    package func numbered(_ id: Int64, by user: String, at instant: Instant) -> Absence {
        Absence(
            id: id, agent: agent, kind: kind, start: start, end: end, series: series, enteredBy: user,
            enteredAt: instant, note: note, origin: origin)
    }
}

/// What is to be entered: a deputyship before the ledger has given it a number.
package struct NewDeputyship: Sendable, Equatable {
    package let deputy: AgentID
    package let post: Deputyship.Post
    package let start: Instant
    package let end: Instant
    package let note: String?

    package init(deputy: AgentID, post: Deputyship.Post, start: Instant, end: Instant, note: String? = nil) {
        self.deputy = deputy
        self.post = post
        self.start = start
        self.end = end
        self.note = note
    }

    /// The deputyship that it is once it has a number.
    package func numbered(_ id: Int64, by user: String, at instant: Instant) -> Deputyship {
        Deputyship(
            id: id, deputy: deputy, post: post, start: start, end: end, enteredBy: user, enteredAt: instant, note: note)
    }
}
