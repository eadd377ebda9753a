package import Logging
package import Routing
import Synchronization
package import Time
import Wording

/// Does what agents wish from their desk phones, one wish at a time: so they keep their order, and a change that somebody makes on the
/// control socket waits for one of them at the most.
package final class DeskPhones: Sendable {
    private struct State: Sendable {
        var queue = DeskPhoneQueue()
        /// Refused since the last message about it, and whose the last one was.
        var refused = 0
        var lastRefused: PBXPeer?
        var isFinished = false
    }

    private let state = Mutex(State())
    private let answer: @Sendable (DeskPhoneRequest, PBXPeer) async -> DeskPhoneAnswer
    private let language: @Sendable () -> Language
    private let logger: Logger
    private let rings: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - language: In which agents are spoken to at the moment.
    ///   - answer: Does what is wished, and tells how it went.
    package init(
        logger: Logger, language: @escaping @Sendable () -> Language = { .en },
        answer: @escaping @Sendable (DeskPhoneRequest, PBXPeer) async -> DeskPhoneAnswer
    ) {
        self.answer = answer
        self.language = language
        self.logger = logger
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes a wish, and tells how it went; at once where there are too many already. Never waits.
    package func ask(
        _ request: DeskPhoneRequest, from peer: PBXPeer, answered: @escaping @Sendable (DeskPhoneAnswer) -> Void
    ) {
        let wish = DeskPhoneQueue.Wish(request: request, peer: peer, answered: answered)
        let isTaken = state.withLock { state in
            let isTaken = !state.isFinished && state.queue.append(wish)
            if !isTaken {
                state.refused += 1
                state.lastRefused = peer
            }
            return isTaken
        }
        if !isTaken { answered(DeskPhoneAnswer(sentence: DeskPhoneWords(language()).tooMuch, state: "refused")) }
        bell.yield()
    }

    /// Does what is wished until `finish`, and then what has been taken before.
    package func run() async {
        var nextReport = ContinuousClock.now
        for await _ in rings {
            while let wish = state.withLock({ $0.queue.next() }) {
                wish.answered(await answer(wish.request, wish.peer))
            }
            if .now >= nextReport, reportRefusals() { nextReport = .now + .seconds(60) }
        }
        _ = reportRefusals()
    }

    /// Takes nothing more.
    package func finish() {
        state.withLock { $0.isFinished = true }
        bell.yield()
        bell.finish()
    }

    /// - Returns: Whether there was something to report.
    private func reportRefusals() -> Bool {
        let (count, peer) = state.withLock { state in
            defer { state.refused = 0 }
            return (state.refused, state.lastRefused)
        }
        guard count > 0 else { return false }
        var fields: Logger.Metadata = [:]
        if let user = peer?.user { fields["uid"] = "\(user)" }
        logger.report(
            .limitReached,
            "\(counted(count, .wish)) from desk phones over the \(peer?.socket.rawValue ?? "pbx") socket "
                + (count == 1 ? "was" : "were") + " not done: too many came at once", fields)
        return true
    }
}
