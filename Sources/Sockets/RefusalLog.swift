/// Why a listener closed a connection as it came, or in favour of another.
package enum RefusalCause: Equatable, Sendable {
    /// There are as many connections as there may be.
    case tooMany
    /// There are as many of this user as one user may have.
    case tooManyOfUser
    /// There are as many from this address as one may have.
    case tooManyOfAddress
    /// The kernel does not name its user.
    case unknownPeer
    /// The listener is about to end.
    case shuttingDown
    /// It had no token, and made room for another.
    case madeRoom
    /// Its user had the most connections, and another came who had fewer.
    case hadMost
    /// It spoke HTTP, and was closed at its first line.
    case http

    /// What is told apart from the others, once a minute each.
    fileprivate enum Kind: Int, CaseIterable {
        case refused, madeRoom, http
    }

    fileprivate var kind: Kind {
        switch self {
        case .tooMany, .tooManyOfUser, .tooManyOfAddress, .unknownPeer, .shuttingDown: .refused
        case .madeRoom, .hadMost: .madeRoom
        case .http: .http
        }
    }
}

extension RefusalCause: CustomStringConvertible {
    /// What happened to the connection, to go on with after it: `refused: there are too many in all`.
    package var description: String {
        switch self {
        case .tooMany: "refused: there are too many in all"
        case .tooManyOfUser: "refused: there are too many of one user"
        case .tooManyOfAddress: "refused: there are too many from one address"
        case .unknownPeer: "refused: the kernel does not say whose it is"
        case .shuttingDown: "refused: the service is about to end"
        case .madeRoom: "closed to make room for others: no token was shown"
        case .hadMost: "closed: there are too many in all, and its user has most of them"
        case .http: "closed at a line of HTTP, and nothing behind it was done"
        }
    }
}

/// Connections that a listener did not keep.
package struct Refusals: Equatable, Sendable {
    /// How many since the last report.
    package var count: Int
    /// Whose the last of them was, as the kernel noted it when the peer connected; nil over TCP.
    package var user: UInt32?
    /// Why the last of them was not kept.
    package var cause: RefusalCause

    package init(count: Int, user: UInt32?, cause: RefusalCause) {
        self.count = count
        self.user = user
        self.cause = cause
    }
}

/// Told of connections that were not kept, on the listener's thread: at most once a minute for each kind, refused at once, closed in favour
/// of another, or for HTTP.
package typealias RefusalReport = @Sendable (Refusals) -> Void

/// Counts connections that were not kept and tells of them at most once a minute.
package struct RefusalLog: Sendable {
    /// In milliseconds.
    private static let interval: Int64 = 60_000

    private struct Tally {
        var unreported = 0
        var lastReport: Int64?
    }

    private var tallies = InlineArray<3, Tally>(repeating: Tally())

    package init() {}

    /// - Parameter now: Milliseconds of a clock that only goes forward.
    /// - Returns: What is to be told now, if anything.
    package mutating func note(_ cause: RefusalCause, of user: UInt32?, at now: Int64) -> Refusals? {
        let kind = cause.kind.rawValue
        tallies[kind].unreported += 1
        if let last = tallies[kind].lastReport, now - last < Self.interval { return nil }
        let count = tallies[kind].unreported
        tallies[kind] = Tally(lastReport: now)
        return Refusals(count: count, user: user, cause: cause)
    }
}
