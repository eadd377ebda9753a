/// Who somebody is, for about a second: many pages that are opened at once ask majord once. What he may is decided by majord at each thing he does.
actor VisitorMemory {
    private struct Known {
        let answer: Task<Result<Visitor, AskingError>, Never>
        let asked: ContinuousClock.Instant
    }

    static let lifetime: Duration = .seconds(1)
    /// So many logins are known at the most.
    static let capacity = 1_000

    private var known: [String: Known] = [:]

    /// - Parameter ask: Asks majord; what fails is not remembered.
    func visitor(
        login: String, at now: ContinuousClock.Instant = .now,
        _ ask: @escaping @Sendable () async -> Result<Visitor, AskingError>
    ) async throws(AskingError) -> Visitor {
        if let known = known[login], now - known.asked < Self.lifetime { return try await known.answer.value.get() }
        if known.count >= Self.capacity { known = known.filter { now - $0.value.asked < Self.lifetime } }
        let answer = Task { await ask() }
        if known.count < Self.capacity { known[login] = Known(answer: answer, asked: now) }
        do throws(AskingError) {
            return try await answer.value.get()
        } catch {
            if known[login]?.answer == answer { known[login] = nil }
            throw error
        }
    }
}
