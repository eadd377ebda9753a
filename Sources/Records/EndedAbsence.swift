package import Routing
package import Time

/// An absence that is over, and how it came to its end.
package struct EndedAbsence: Sendable {
    package let absence: Absence
    /// Who ended or cancelled it; nil when it was over by itself.
    package let by: String?
    /// When that was done, or when it was over.
    package let at: Instant

    package init(absence: Absence, by: String?, at: Instant) {
        self.absence = absence
        self.by = by
        self.at = at
    }
}
