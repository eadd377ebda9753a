/// How many connections a listener grants its peers.
package struct AdmissionLimits: Sendable, Equatable {
    /// What the user 0 may have: whoever is to put things right must get in.
    package enum Root: Sendable, Equatable {
        /// As much as any other user.
        case asOthers
        /// As many as there are in all, with no limit of his own.
        case withoutShare
        /// So many of his own, apart from those of all others.
        case apart(Int)
    }

    /// Connections at one time in all, but for those that root has apart.
    package var connections: Int
    /// Connections at one time of one peer.
    package var connectionsPerPeer: Int
    package var root: Root

    package init(connections: Int, connectionsPerPeer: Int, root: Root) {
        self.connections = connections
        self.connectionsPerPeer = connectionsPerPeer
        self.root = root
    }
}

/// Counts a listener's connections, in all and by peer, and says whether one more may come in.
package struct Admission: Sendable {
    /// Whose connections are counted together.
    package enum Peer: Hashable, Sendable {
        /// A Unix user, as the kernel noted him when he connected.
        case user(UInt32)
        /// A TCP peer's address, where the user is not known.
        case address(IPAddress)

        package init?(user: UInt32?, address: IPAddress?) {
            if let user {
                self = .user(user)
            } else if let address {
                self = .address(address)
            } else {
                return nil
            }
        }
    }

    private static let root = Peer.user(0)

    private let limits: AdmissionLimits
    /// Those that root has apart are not among them.
    package private(set) var total = 0
    private var perPeer: [Peer: Int] = [:]

    package init(_ limits: AdmissionLimits) {
        self.limits = limits
    }

    /// Counts one more of this peer, or says why not.
    ///
    /// - Parameter peer: Nil where it is not known; then it is limited with all others alone.
    package mutating func admit(_ peer: Peer?) -> RefusalCause? {
        // A peer's own share first: whoever has taken it is not one for whom others are to make room.
        let ofPeer = peer.map { perPeer[$0, default: 0] } ?? 0
        if let peer, ofPeer >= share(of: peer) {
            if case .address = peer { return .tooManyOfAddress }
            return .tooManyOfUser
        }
        if !isApart(peer) {
            guard total < limits.connections else { return .tooMany }
            total += 1
        }
        if let peer { perPeer[peer] = ofPeer + 1 }
        return nil
    }

    /// One that was admitted has gone.
    package mutating func leave(_ peer: Peer?) {
        if !isApart(peer) { total -= 1 }
        guard let peer, let ofPeer = perPeer[peer] else { return }
        perPeer[peer] = ofPeer > 1 ? ofPeer - 1 : nil
    }

    /// Of those who share the connections, the user who has most of them. Nobody where `user` would have no fewer after one more than the
    /// other after one less, or the two would drive out each other for ever.
    package func userWithMost(besides user: UInt32) -> UInt32? {
        var most: (user: UInt32, count: Int)?
        for (peer, count) in perPeer where !isApart(peer) {
            guard case .user(let user) = peer else { continue }
            if let most, (most.count, user) > (count, most.user) { continue }
            most = (user, count)
        }
        guard let most, most.count > perPeer[.user(user), default: 0] + 1 else { return nil }
        return most.user
    }

    private func isApart(_ peer: Peer?) -> Bool {
        if peer == Self.root, case .apart = limits.root { true } else { false }
    }

    private func share(of peer: Peer) -> Int {
        guard peer == Self.root else { return limits.connectionsPerPeer }
        return switch limits.root {
        case .asOthers: limits.connectionsPerPeer
        case .withoutShare: .max
        case .apart(let count): count
        }
    }
}
