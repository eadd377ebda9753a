/// Whose connections are counted together.
enum AdmittedPeer: Hashable {
    /// A Unix user.
    case user(UInt32)
    /// A TCP peer's address, where the user is not known.
    case address(PeerAddress)

    init?(user: UInt32?, address: PeerAddress?) {
        if let user {
            self = .user(user)
        } else if let address {
            self = .address(address)
        } else {
            return nil
        }
    }
}

extension PBXConnection {
    /// Whose it is counted as.
    var peer: AdmittedPeer? { AdmittedPeer(user: user, address: address) }

    /// With whom it takes turns. Whoever has shown the token has turns of his own, behind none of the others over TCP.
    var lane: UInt32? { user ?? (isStranger ? nil : .max) }
}

/// Counts a port's connections, in all and by peer, and says whether one more may come in.
struct ConnectionAdmission {
    /// The user who is not limited: who asks how the daemon is must get in while a PBX's user holds all that he may.
    private static let root = AdmittedPeer.user(0)

    private let limits: PBXLimits
    private(set) var total = 0
    private var perPeer: [AdmittedPeer: Int] = [:]

    init(_ limits: PBXLimits) {
        self.limits = limits
    }

    /// Counts one more of this peer, or says why not.
    ///
    /// - Parameter peer: Nil where it is not known.
    mutating func admit(_ peer: AdmittedPeer?) -> PBXListener.Refusal.Reason? {
        guard total < limits.connections else { return .tooMany }
        if let peer {
            let ofPeer = perPeer[peer, default: 0]
            guard peer == Self.root || ofPeer < limits.connectionsPerUser else {
                if case .address = peer { return .tooManyOfAddress }
                return .tooManyOfUser
            }
            perPeer[peer] = ofPeer + 1
        }
        total += 1
        return nil
    }

    /// One that was admitted has gone.
    mutating func leave(_ peer: AdmittedPeer?) {
        total -= 1
        guard let peer, let ofPeer = perPeer[peer] else { return }
        perPeer[peer] = ofPeer > 1 ? ofPeer - 1 : nil
    }
}
