import Foundation
import Synchronization

/// Connects to the first of several servers that is of use. All are asked, and asked anew each second: who could not be reached a moment ago may be by
/// now, and what got no answer is sent again after longer and longer pauses.
final class ConnectionRace: Sendable {
    /// The one that was of use last; it is asked first.
    final class Favourite: Sendable {
        fileprivate let place = Atomic(0)
    }

    private struct State: Sendable {
        var winner: PostgreSQLConnection?
        var isOver = false
        var rounds = 0
        /// How many attempts go on.
        var pending = 0
        /// What the first attempt at each came to.
        var failures: [Int: PostgreSQLFailure] = [:]
    }

    private let options: [[(key: String, value: String)]]
    private let favourite: Favourite
    private let state = Mutex(State())
    /// Told of each attempt that has ended.
    private let news = NSCondition()
    /// In seconds: from one round to the next, and by how much each place is behind the one before it.
    private static let (round, step) = (1.0, 0.05)
    /// So many rounds go on at the same time.
    private static let mostRounds = 3

    /// - Parameter options: What libpq is told for each place.
    init(_ options: [[(key: String, value: String)]], _ favourite: Favourite) {
        (self.options, self.favourite) = (options, favourite)
    }

    /// Waits until one is of use, or each was asked in vain.
    func connect() throws(PostgreSQLFailure) -> PostgreSQLConnection {
        begin()
        news.lock()
        defer {
            // It is whose who asked for it: closed when he lets go.
            state.withLock { ($0.isOver, $0.winner) = (true, nil) }
            news.unlock()
        }
        var next = Date(timeIntervalSinceNow: Self.round)
        while true {
            if let winner = state.withLock({ $0.winner }) { return winner }
            let failures = state.withLock(\.failures)
            if failures.count == options.count {
                throw .broken(failures.sorted { $0.key < $1.key }.map(\.value.cause).joined(separator: "; "))
            }
            if !news.wait(until: next) {
                begin()
                next = Date(timeIntervalSinceNow: Self.round)
            }
        }
    }

    private func begin() {
        let round = state.withLock { state -> Int? in
            guard state.pending <= (Self.mostRounds - 1) * options.count else { return nil }
            state.rounds += 1
            state.pending += options.count
            return state.rounds
        }
        guard let round else { return }
        let first = favourite.place.load(ordering: .relaxed)
        let order = [first] + options.indices.filter { $0 != first }
        for (rank, place) in order.enumerated() {
            let thread = Thread { self.attempt(place, round, after: Double(rank) * Self.step) }
            thread.name = "majord-connect"
            thread.start()
        }
    }

    private func attempt(_ place: Int, _ round: Int, after wait: Double) {
        if wait > 0 { Thread.sleep(forTimeInterval: wait) }
        var outcome: Result<PostgreSQLConnection, PostgreSQLFailure>?
        if !state.withLock({ $0.isOver || $0.winner != nil }) {
            outcome = Result { () throws(PostgreSQLFailure) in try PostgreSQLConnection(options[place]) }
        }
        news.lock()
        defer { news.unlock() }
        state.withLock { state in
            state.pending -= 1
            switch outcome {
            case .success(let connection) where !state.isOver && state.winner == nil:
                state.winner = connection
                favourite.place.store(place, ordering: .relaxed)
            case .failure(let failure) where round == 1: state.failures[place] = failure
            default: break
            }
        }
        news.broadcast()
    }
}
