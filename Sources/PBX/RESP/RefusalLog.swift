extension PBXListener {
    /// Connections that were closed at once, or at a line of HTTP.
    package struct Refusal: Equatable, Sendable {
        package enum Reason: Equatable, Sendable {
            /// There are as many connections as there may be.
            case tooMany
            /// There are as many of this user as one user may have.
            case tooManyOfUser
            /// There are as many from this address as one may have.
            case tooManyOfAddress
            /// It had no token, and made room for another.
            case madeRoom
            /// It spoke HTTP, and was closed at its first line.
            case http
        }

        /// How many since the last report.
        package var count: Int
        /// Whose the last of them was, as the kernel noted it when the peer connected; nil over TCP.
        package var user: UInt32?
        /// Why the last of them was refused.
        package var reason: Reason
    }

    /// Tells of connections that were closed for the same kind of reason. Called on the loop's thread, at most once a minute for each
    /// kind: too many, or HTTP.
    package typealias RefusalReport = @Sendable (Refusal) -> Void
}

/// Counts connections that were closed at once and reports them at most once a minute.
struct RefusalLog {
    private let report: PBXListener.RefusalReport
    private var unreported = 0
    private var lastReport: Int64?

    init(report: @escaping PBXListener.RefusalReport) {
        self.report = report
    }

    /// - Parameter now: Milliseconds of the loop's clock.
    mutating func note(_ reason: PBXListener.Refusal.Reason, of user: UInt32?, at now: Int64) {
        unreported += 1
        if let lastReport, now - lastReport < 60_000 { return }
        lastReport = now
        report(PBXListener.Refusal(count: unreported, user: user, reason: reason))
        unreported = 0
    }
}
