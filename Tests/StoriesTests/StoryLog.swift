import Logging
import Synchronization

/// The journal of a story's office.
final class StoryLog: Sendable {
    private struct State {
        var lines: [String] = []
        /// Who waits to be told that something has been logged of a call.
        var waiting: [String: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// What was logged since it was asked last, as `info Call from …`.
    func take() -> [String] {
        state.withLock { state in
            defer { state.lines = [] }
            return state.lines
        }
    }

    /// Has somebody told, once, when something is logged of a call.
    func tell(of call: String, _ told: @escaping @Sendable () -> Void) {
        state.withLock { $0.waiting[call] = told }
    }

    fileprivate func append(_ event: LogEvent) {
        let call = event.metadata?["call"].map { "\($0)" } ?? ""
        let told = state.withLock { state in
            if event.level >= .info { state.lines.append("\(event.level) \(event.message)") }
            return state.waiting.removeValue(forKey: call)
        }
        told?()
    }
}

/// Keeps what the journal would.
struct StoryLogHandler: LogHandler {
    let log: StoryLog
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { log.append(event) }
}
