import Dispatch
import Foundation
import MajorAPI
import Synchronization

/// What majord tells one kind of reader as it changes: one stream, however many look.
///
/// One thread follows the status; another asks for what belongs to it after each change, and once more soon after, since a call is in the
/// records some moments later than on the telephone. Where majord is away it says so, and tries again until nobody looks any more.
final class Upstream: Sendable {
    enum News: Sendable {
        case facts(NowFacts)
        case away
    }

    private struct State {
        var isWanted = true
        var status: RosterAPI.Status.Reply?
    }

    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)
    let news: AsyncStream<News>
    private let tell: AsyncStream<News>.Continuation

    /// A stream that tells nothing for so long is begun again, which shows whether majord is there.
    private static let silence: Duration = .seconds(15)

    init(socket: String, reader: Reader, language: String) {
        (news, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        run("majord-web-live") { [self] in follow(socket, reader, language) }
        run("majord-web-facts") { [self] in ask(socket, reader) }
    }

    func stop() {
        state.withLock { $0.isWanted = false }
        changed.signal()
        tell.finish()
    }

    private var isWanted: Bool { state.withLock { $0.isWanted } }

    /// Does something over and over, until nobody looks.
    private func run(_ name: String, _ turn: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            while isWanted {
                turn()
                if isWanted { Thread.sleep(forTimeInterval: 0.5) }
            }
        }
        thread.name = name
        thread.start()
    }

    private func follow(_ socket: String, _ reader: Reader, _ language: String) {
        guard let line = try? DaemonLine(socket: socket, for: reader) else { return away() }
        let request = RosterAPI.Status(clients: reader == .nobody ? nil : true, language: language)
        do throws(AskingError) {
            try line.follow(request, timeout: Self.silence) { status in
                let isWanted = state.withLock { state in
                    state.status = status
                    return state.isWanted
                }
                changed.signal()
                return isWanted
            }
        } catch {
            // Silence is how it looks when nothing happens; whether majord is there, the other thread finds out.
            if error != .away { away() }
        }
    }

    /// Asks for what belongs to the status, as long as majord answers.
    private func ask(_ socket: String, _ reader: Reader) {
        guard let line = try? DaemonLine(socket: socket, for: reader) else { return away() }
        var isNew = true
        while isWanted {
            do throws(AskingError) {
                if let status = state.withLock({ $0.status }) {
                    tell.yield(.facts(try line.facts(status, for: reader)))
                } else {
                    // The first status is still to come.
                    _ = try line.ask(RosterAPI.WhoAmI())
                }
            } catch {
                return away()
            }
            isNew = changed.wait(timeout: .now() + (isNew ? 0.2 : 2)) == .success
            while changed.wait(timeout: .now()) == .success { isNew = true }
        }
    }

    private func away() {
        state.withLock { $0.status = nil }
        tell.yield(.away)
    }
}

extension DaemonLine {
    /// What belongs to a status, as far as the reader is told.
    func facts(_ status: RosterAPI.Status.Reply, for reader: Reader) throws(AskingError) -> NowFacts {
        var facts = NowFacts(status: status)
        switch reader {
        case .user, .wall: break
        case .nobody, .guest:
            // Counts are everybody's.
            for metric in try ask(ReportsAPI.Metrics()).metrics {
                let value = Int(metric.samples.first?.value ?? 0)
                if metric.name == "majord_missed_calls_open" { facts.openMissed = value }
                if metric.name == "majord_missed_calls_overdue" { facts.overdueMissed = value }
                if metric.name == "majord_agents" { facts.agents = value }
                if metric.name == "majord_agents_available" { facts.available = value }
            }
            return facts
        }
        let missed = try ask(CallsAPI.ListMissed()).missed
        facts.missed = missed
        facts.openMissed = missed.count
        facts.overdueMissed = missed.count { $0.overdue }
        return facts
    }
}
