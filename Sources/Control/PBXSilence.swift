import MajorAPI
import Routing
import Time

/// That no PBX asks, so that nobody knows who is on the phone.
struct PBXSilence: Equatable {
    /// When the last question was answered; nil: none has been since the start.
    let since: Instant?

    /// A stretch that is shorter is no silence, however many call.
    private static let shortest: Int64 = 30 * 60_000
    /// So many times the usual time between two questions nobody waits by chance.
    private static let patience: Int64 = 10

    /// Nil while PBXs ask, where there are none, and where it is quiet since clients are not in service.
    ///
    /// - Parameters:
    ///   - start: Since when the sockets count.
    ///   - isServed: Whether any client is in service at an instant.
    init?(_ sockets: [SocketStanding], since start: Instant, at now: Instant, isServed: (Instant) -> Bool) {
        let pbxs = sockets.filter { $0.name != "control" }
        guard !pbxs.isEmpty else { return nil }
        guard let last = pbxs.compactMap(\.lastQuestion).max() else {
            since = nil
            return
        }
        let questions = Int64(pbxs.reduce(0) { $0 + $1.questions })
        guard questions > 0 else { return nil }
        let usual = max(last.since(start).count, 0) / questions
        let needed = max(Self.shortest, Self.patience * usual)
        guard now.since(last).count >= needed, isServed(now), isServed(now.advanced(by: Milliseconds(-needed))) else {
            return nil
        }
        since = last
    }
}

extension RosterAPI.PBXSilence {
    init(_ silence: PBXSilence, _ clock: ServiceClock) { self.init(since: silence.since.map(clock.rfc3339)) }
}

extension RoutingTable {
    /// Whether any client is in service.
    func isServed(at instant: Instant) -> Bool {
        clientStates(at: instant).contains { [.covered, .uncovered].contains($0.1) }
    }
}
