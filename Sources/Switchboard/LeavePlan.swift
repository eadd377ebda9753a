package import Routing
package import Time

/// Leave as somebody asks for it.
package struct LeavePlan: Sendable {
    /// One that is planned.
    package var kind = Absence.Kind.leave
    /// Of a series: from when it comes back.
    package var start: Instant
    /// Only a series may go on without an end.
    package var end: Instant?
    package var series: WeeklySeries?
    package var note: String?
    /// Who is to stand in where the leave leaves clients without anybody.
    package var deputy: String?
    /// Whether leave that the guard refuses is kept as a request.
    package var isRequest = false
    package var override: Override?
    /// Whether it is only looked at: what would be answered, and nothing is changed.
    package var isDryRun = false

    package init(
        _ kind: Absence.Kind = .leave, from start: Instant, until end: Instant?, series: WeeklySeries? = nil,
        note: String? = nil, deputy: String? = nil, isRequest: Bool = false, override: Override? = nil,
        isDryRun: Bool = false
    ) {
        self.kind = kind
        self.start = start
        self.end = end
        self.series = series
        self.note = note
        self.deputy = deputy
        self.isRequest = isRequest
        self.override = override
        self.isDryRun = isDryRun
    }
}

/// That a manager enters something although it leaves clients without anybody.
package struct Override: Sendable, Equatable {
    /// Callers of before gave none.
    package let reason: String?
    /// As the history has it, also without a reason: that the guard was overridden is kept in any case.
    package var kept: String { reason ?? "" }

    package init(reason: String?) {
        self.reason = reason
    }
}

/// What is to be another at an absence; what is nil stays.
package struct AbsenceChange: Sendable {
    package var start: Instant?
    package var end: Instant?
    package var series: WeeklySeries?
    /// Empty: no note any more.
    package var note: String?
    package var deputy: String?
    package var override: Override?
    /// Whether it is only looked at.
    package var isDryRun = false

    package init(
        from start: Instant? = nil, until end: Instant? = nil, series: WeeklySeries? = nil, note: String? = nil,
        deputy: String? = nil, override: Override? = nil, isDryRun: Bool = false
    ) {
        self.isDryRun = isDryRun
        self.start = start
        self.end = end
        self.series = series
        self.note = note
        self.deputy = deputy
        self.override = override
    }
}
