import Routing
import Time

/// Wishes from desk phones that wait to be done, one after the other.
///
/// A connection's are done in their order, and those of one extension in the order in which they came, whoever sent them. Apart from that
/// users take turns, and each user's connections do, so that a burst of one makes nobody wait for more than one wish of his at a time.
struct DeskPhoneQueue {
    /// How many wishes of one connection wait at the most. A connection that stays has one, since it waits for the answer; more are what
    /// one that has gone left behind.
    static let perConnection = 16
    /// How many of one user's; all whom the kernel does not name, such as those over TCP, are one user.
    static let perUser = 64
    /// How many in all.
    static let capacity = 512

    struct Wish {
        let request: DeskPhoneRequest
        let peer: PBXPeer
        /// To be told the answer, once.
        let answered: @Sendable (DeskPhoneAnswer) -> Void
    }

    private struct User: Hashable {
        let socket: PBXPeer.Socket?
        let user: UInt32?

        init(_ peer: PBXPeer) {
            // A user is the same one over every socket on which he is known.
            socket = peer.user == nil ? peer.socket : nil
            user = peer.user
        }
    }

    /// In the order in which they came.
    private var waiting: [Wish] = []
    /// When users and connections were served last, counted in wishes.
    private var users: [User: Int] = [:]
    private var connections: [UInt64: Int] = [:]
    private var served = 0

    var count: Int { waiting.count }

    /// - Returns: Whether there was room for it.
    mutating func append(_ wish: Wish) -> Bool {
        let user = User(wish.peer)
        guard waiting.count < Self.capacity, waiting.count(where: { User($0.peer) == user }) < Self.perUser,
            waiting.count(where: { $0.peer.connection == wish.peer.connection }) < Self.perConnection
        else { return false }
        waiting.append(wish)
        return true
    }

    /// Takes off what is done next.
    mutating func next() -> Wish? {
        var phones: Set<Extension> = []
        var seen: Set<UInt64> = []
        var best: (place: Int, turns: (Int, Int))?
        for (place, wish) in waiting.enumerated() {
            let isFirstOfPhone = phones.insert(wish.request.phone).inserted
            let isFirstOfConnection = seen.insert(wish.peer.connection).inserted
            guard isFirstOfPhone, isFirstOfConnection else { continue }
            let turns = (users[User(wish.peer), default: 0], connections[wish.peer.connection, default: 0])
            if let best, best.turns <= turns { continue }
            best = (place, turns)
        }
        // The oldest of all is the first of its phone and of its connection, so that there is always one.
        guard let best else {
            users = [:]
            connections = [:]
            return nil
        }
        let wish = waiting.remove(at: best.place)
        served += 1
        users[User(wish.peer)] = served
        connections[wish.peer.connection] = served
        if connections.count > 2 * Self.capacity {
            let open = Set(waiting.map(\.peer.connection))
            connections = connections.filter { open.contains($0.key) }
            let names = Set(waiting.map { User($0.peer) })
            users = users.filter { names.contains($0.key) }
        }
        return wish
    }
}
