/// Counts connections and says whether one more may come in.
struct Admission: Sendable {
    let connections: Int
    let connectionsPerUser: Int
    private(set) var isClosed = false
    private(set) var total = 0
    private var perUser: [UInt32: Int] = [:]

    init(_ limits: VarlinkLimits) {
        connections = limits.connections
        connectionsPerUser = limits.connectionsPerUser
    }

    /// Counts one more of this user, or says why not.
    mutating func admit(user: UInt32) -> VarlinkEvent.Refusal? {
        guard !isClosed else { return .shuttingDown }
        guard total < connections else { return .tooManyConnections }
        let ofUser = perUser[user, default: 0]
        guard ofUser < connectionsPerUser else { return .tooManyOfUser }
        total += 1
        perUser[user] = ofUser + 1
        return nil
    }

    /// One that was admitted has gone.
    mutating func leave(user: UInt32) {
        guard let ofUser = perUser[user] else { return }
        total -= 1
        perUser[user] = ofUser > 1 ? ofUser - 1 : nil
    }

    /// From now on nobody comes in.
    mutating func close() {
        isClosed = true
    }
}
