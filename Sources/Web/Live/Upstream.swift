import Foundation
import MajorAPI
import Synchronization

/// What majord tells one kind of reader as it changes: one stream, however many look.
///
/// It follows the status on a thread of its own, and asks for what belongs to it after each change. Where majord is away it says so, and tries
/// again until nobody looks any more.
final class Upstream: Sendable {
    enum News: Sendable {
        case facts(NowFacts)
        case away
    }

    private let isWanted = Mutex(true)
    let news: AsyncStream<News>
    private let tell: AsyncStream<News>.Continuation

    /// A stream that tells nothing for so long is begun again, which shows whether majord is there.
    private static let silence: Duration = .seconds(15)

    init(socket: String, reader: Reader, language: String) {
        (news, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let thread = Thread { [self] in
            while wanted {
                follow(socket, reader, language)
                if wanted { Thread.sleep(forTimeInterval: 0.5) }
            }
            tell.finish()
        }
        thread.name = "majord-web-live"
        thread.start()
    }

    func stop() {
        isWanted.withLock { $0 = false }
        tell.finish()
    }

    private var wanted: Bool { isWanted.withLock { $0 } }

    private func follow(_ socket: String, _ reader: Reader, _ language: String) {
        do throws(AskingError) {
            let line = try DaemonLine(socket: socket, for: reader)
            let beside = try DaemonLine(socket: socket, for: reader)
            let request = RosterAPI.Status(clients: reader == .nobody ? nil : true, language: language)
            var broken = false
            try line.follow(request, timeout: Self.silence) { status in
                do throws(AskingError) {
                    tell.yield(.facts(try beside.facts(status, for: reader)))
                } catch {
                    broken = true
                }
                return wanted && !broken
            }
            if broken { tell.yield(.away) }
        } catch {
            // Silence is how it looks when nothing happens; whether majord is there, the next turn shows.
            if !isThere(socket, reader) { tell.yield(.away) }
        }
    }

    private func isThere(_ socket: String, _ reader: Reader) -> Bool {
        guard let line = try? DaemonLine(socket: socket, for: reader) else { return false }
        return (try? line.ask(RosterAPI.WhoAmI())) != nil
    }
}

extension DaemonLine {
    /// What belongs to a status, as far as the reader is told.
    func facts(_ status: RosterAPI.Status.Reply, for reader: Reader) throws(AskingError) -> NowFacts {
        var facts = NowFacts(status: status)
        guard case .user = reader else {
            // Counts are everybody's.
            for metric in try ask(ReportsAPI.Metrics()).metrics {
                let value = Int(metric.samples.first?.value ?? 0)
                if metric.name == "majord_missed_calls_open" { facts.openMissed = value }
                if metric.name == "majord_missed_calls_overdue" { facts.overdueMissed = value }
            }
            return facts
        }
        let missed = try ask(CallsAPI.ListMissed()).missed
        facts.missed = missed
        facts.openMissed = missed.count
        facts.overdueMissed = missed.count { $0.overdue }
        let busy = Set(status.agents.filter { !$0.calls.isEmpty }.map(\.id))
        guard !busy.isEmpty else { return facts }
        // A call that goes on has no end, and its agent is on the phone.
        facts.calls = try ask(CallsAPI.List(limit: 100)).calls.filter { call in
            call.ended == nil && call.endedAt == nil && call.agent.map(busy.contains) ?? false
        }
        return facts
    }
}
