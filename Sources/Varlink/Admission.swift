/// Counts connections and says whether one more may come in.
///
/// The privileged user has connections of its own, apart from those of all others: whoever is to put things right must get in.
struct Admission: Sendable {
    private let limits: VarlinkLimits
    private(set) var isClosed = false
    /// Those of the privileged user are not among them.
    private(set) var total = 0
    private var perUser: [UInt32: Int] = [:]

    init(_ limits: VarlinkLimits) {
        self.limits = limits
    }

    /// Counts one more of this user, or says why not.
    mutating func admit(user: UInt32) -> VarlinkEvent.Refusal? {
        guard !isClosed else { return .shuttingDown }
        let isPrivileged = user == limits.privilegedUser
        guard isPrivileged || total < limits.connections else { return .tooManyConnections }
        let ofUser = perUser[user, default: 0]
        guard ofUser < (isPrivileged ? limits.privilegedConnections : limits.connectionsPerUser) else {
            return .tooManyOfUser
        }
        if !isPrivileged { total += 1 }
        perUser[user] = ofUser + 1
        return nil
    }

    /// One that was admitted has gone.
    mutating func leave(user: UInt32) {
        guard let ofUser = perUser[user] else { return }
        if user != limits.privilegedUser { total -= 1 }
        perUser[user] = ofUser > 1 ? ofUser - 1 : nil
    }

    /// From now on nobody comes in.
    mutating func close() {
        isClosed = true
    }
}
