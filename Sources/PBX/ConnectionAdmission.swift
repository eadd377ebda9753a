/// Counts a port's connections, in all and by user, and says whether one more may come in.
struct ConnectionAdmission {
    /// The user who is not limited: who asks how the daemon is must get in while a PBX's user holds all that he may.
    private static let root: UInt32 = 0

    private let limits: PBXLimits
    private(set) var total = 0
    private var perUser: [UInt32: Int] = [:]

    init(_ limits: PBXLimits) {
        self.limits = limits
    }

    /// Counts one more of this user, or says why not.
    ///
    /// - Parameter user: Nil where the peer's user is not known, as over TCP.
    mutating func admit(_ user: UInt32?) -> PBXListener.Refusal.Reason? {
        guard total < limits.connections else { return .tooMany }
        if let user {
            let ofUser = perUser[user, default: 0]
            guard user == Self.root || ofUser < limits.connectionsPerUser else { return .tooManyOfUser }
            perUser[user] = ofUser + 1
        }
        total += 1
        return nil
    }

    /// One that was admitted has gone.
    mutating func leave(_ user: UInt32?) {
        total -= 1
        guard let user, let ofUser = perUser[user] else { return }
        perUser[user] = ofUser > 1 ? ofUser - 1 : nil
    }
}
