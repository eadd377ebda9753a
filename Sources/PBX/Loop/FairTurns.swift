/// Who is served next when more than one connection waits: users take turns, and each user's connections do. What a user takes too much
/// of in one round is taken off the next ones (deficit round robin), so that a thousand dear requests of one cost another no more
/// than a few.
struct FairTurns {
    /// What a user may take of the loop in each round, in nanoseconds.
    static let share: Int64 = 1_000_000
    /// The most that is taken off later rounds, in nanoseconds.
    static let debtLimit: Int64 = 100 * share
    /// Users without anything that waits are remembered up to this many in all: a PBX that asks again needs no new memory.
    private static let remembered = 64

    /// One user's connections that wait.
    private struct Lane {
        /// Nil for all whom the kernel does not name, such as those over TCP: together they are one.
        let user: UInt32?
        private var waiting: [ConnectionID] = []
        private var first = 0
        /// What is left of the share.
        var credit = FairTurns.share

        init(_ user: UInt32?) {
            self.user = user
        }

        var isEmpty: Bool { first == waiting.count }

        mutating func append(_ id: ConnectionID) {
            waiting.append(id)
        }

        mutating func removeFirst() -> ConnectionID {
            let id = waiting[first]
            first &+= 1
            // What has been taken off is given back when it is half of all, or all.
            if isEmpty {
                waiting.removeAll(keepingCapacity: true)
                first = 0
            } else if first >= 64, first &* 2 >= waiting.count {
                waiting.removeFirst(first)
                first = 0
            }
            return id
        }
    }

    private var lanes: [Lane] = []
    private var current = 0
    /// How many connections wait.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// Has a connection wait behind the others of its user. It must not wait already.
    mutating func append(_ id: ConnectionID, of user: UInt32?) {
        count &+= 1
        if let lane = lanes.firstIndex(where: { $0.user == user }) {
            lanes[lane].append(id)
            return
        }
        if lanes.count >= Self.remembered { forget() }
        var lane = Lane(user)
        lane.append(id)
        lanes.append(lane)
    }

    /// Takes off who is served next.
    mutating func next() -> ConnectionID? {
        guard count > 0 else { return nil }
        while lanes[current].isEmpty || lanes[current].credit <= 0 {
            // Nobody saves up what he did not need, and who has stopped asking owes nothing.
            lanes[current].credit =
                lanes[current].isEmpty ? Self.share : min(lanes[current].credit &+ Self.share, Self.share)
            current = current &+ 1 < lanes.count ? current &+ 1 : 0
        }
        count &-= 1
        return lanes[current].removeFirst()
    }

    /// Takes what the last one cost off its user's share, in nanoseconds.
    mutating func charge(_ cost: Int64) {
        guard current < lanes.count else { return }
        lanes[current].credit = max(lanes[current].credit &- cost, -Self.debtLimit)
    }

    /// Lets go of users without anything that waits, but for the current one, who may be about to be charged.
    private mutating func forget() {
        let served = current < lanes.count ? lanes[current].user : nil
        lanes.removeAll { $0.isEmpty && $0.user != served }
        current = lanes.firstIndex { $0.user == served } ?? 0
    }
}
