import Records
import Routing
import Time

/// What a site has come to know of agents, on its way to the others.
struct NewsForSites: Sendable {
    /// More wait for no database: the oldest are left out.
    static let capacity = 1_000
    /// In its order.
    private var untold: [AgentNews] = []
    /// Whose phones cannot be reached, as PBXs of this site have told.
    private var unreachable: [AgentID: Instant] = [:]

    mutating func note(_ news: AgentNews) {
        if case .phone(let agent, let end) = news { unreachable[agent] = end }
        untold.append(news)
        if untold.count > Self.capacity { untold.removeFirst(untold.count - Self.capacity) }
    }

    /// Another site's PBX reaches the phone.
    mutating func noteReachable(_ agent: AgentID) { unreachable[agent] = nil }

    mutating func forget(_ number: PhoneNumber) {
        untold.removeAll { if case .calledBack(number, _) = $0 { true } else { false } }
    }

    mutating func forgetPassing(at instant: Instant) {
        if !unreachable.isEmpty { unreachable = unreachable.filter { instant < $0.value } }
    }

    /// What others have not been told.
    mutating func take() -> [AgentNews] {
        defer { untold = [] }
        return untold
    }

    /// What holds here still, for one who was told nothing so far. All else of it is in the records.
    var current: [AgentNews] { unreachable.map { .phone($0.key, unreachableUntil: $0.value) } }
}
