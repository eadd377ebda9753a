/// What a connection waits for.
enum ConnectionStep: Equatable {
    /// Until there is something to read.
    case read
    /// Until there is room to send.
    case send
    /// Until the desk has answered.
    case wait
    /// Nothing: it goes on with what is here, in the next turn.
    case turn
    case close
}

/// When a connection is to be closed unless something happens, by what it waits for; in milliseconds of the loop's clock.
struct ConnectionDeadline {
    /// `.max` for none.
    private(set) var deadline: Int64
    /// When it is to be closed whatever happens.
    let end: Int64
    private let limits: PBXLimits
    /// The request that is midway, by its number, and until when it must be complete.
    private var midway: (request: UInt64, deadline: Int64)?

    init(_ limits: PBXLimits, now: Int64) {
        self.limits = limits
        end = limits.lifetime.map { now + $0 } ?? .max
        deadline = min(now + limits.idle, end)
    }

    /// Sets it anew for what is waited for from now on.
    ///
    /// - Parameters:
    ///   - standing: How the conversation stands.
    ///   - request: The number of its last request.
    mutating func set(for step: ConnectionStep, _ standing: SessionStanding, request: UInt64, now: Int64) {
        switch step {
        case .send: deadline = now + limits.send
        case .wait: deadline = now + limits.ledger
        case .turn: deadline = .max
        case .close:
            // It has its turns until what came in is done with, and is closed then.
            deadline = .max
            return
        case .read where standing == .midway:
            // Counted from the first byte on: a byte now and then does not prolong it.
            if midway?.request != request { midway = (request, now + limits.request) }
            deadline = midway?.deadline ?? now
        case .read:
            midway = nil
            deadline = now + limits.idle
        }
        deadline = min(deadline, end)
    }
}
