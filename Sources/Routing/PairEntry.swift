import Time

/// A place in a client's pair, with the agent who has it.
struct Post: Sendable, Equatable {
    let role: Role
    /// The agent's position in the table.
    let agent: Int
}

/// A pair for the time in which it is the client's: its posts, and their targets put together once for every case of who is available, so that
/// deciding a call builds no list.
///
/// Clients with the same pair share one.
final class PairEntry: Sendable {
    /// In the order in which they are tried, each agent once.
    let posts: [Post]
    /// By a number whose bits, the lowest first, say which of the posts are available.
    private let targets: [[Target]]

    /// - Parameters:
    ///   - overflow: What follows when nobody answers.
    ///   - ring: Seconds for each phone.
    init(_ posts: [Post], of agents: [Agent], ring: Int, overflow: [Target]) {
        self.posts = posts
        targets = (0..<1 << posts.count).map { available in
            posts.indices.filter { available >> $0 & 1 == 1 }.map { index in
                Target(agents[posts[index].agent], as: posts[index].role, ring: ring)
            } + overflow
        }
    }

    /// - Parameter available: As `targets` are found.
    func targets(_ available: Int) -> [Target] {
        targets[available]
    }

    /// Whether the posts, and nobody else, were considered.
    func isAll(of candidates: Candidates) -> Bool {
        guard candidates.count == posts.count else { return false }
        for index in posts.indices where posts[index].role != candidates[index].role { return false }
        return true
    }

    /// Whether an agent has one of the posts.
    func holds(_ agent: Int) -> Bool {
        posts.contains { $0.agent == agent }
    }
}

extension ClientEntry {
    /// A client's pair with the time in which it is that.
    struct PairTerm: Sendable {
        let from: Instant
        let until: Instant
        let pair: PairEntry
    }

    /// The pair at an instant.
    func pair(at instant: Instant) -> PairEntry {
        // Nearly always there is one.
        for term in laterPairs where term.from <= instant && instant < term.until { return term.pair }
        return firstPair
    }

    /// Every pair that the client has or is to have.
    var pairs: [PairTerm] {
        [PairTerm(from: .earliest, until: laterPairs.first?.from ?? .latest, pair: firstPair)] + laterPairs
    }
}
