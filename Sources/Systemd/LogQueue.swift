import Foundation
package import Logging
import Synchronization

/// Between those who log and a journal or terminal that may not take anything now: logging never waits, a thread of its own writes.
///
/// While nobody reads, messages are kept up to a bound; what was left out then is told as soon as there is room again.
package final class LogQueue: Sendable {
    /// Messages that are kept at the most, and bytes of their texts.
    package static let capacity = 10_000
    package static let sizeLimit = 8 << 20
    /// A write that takes longer is told as a trouble.
    package static let patience: Duration = .seconds(2)

    package typealias Writer = (LogMessage) -> Void

    private struct State {
        var backlog: LogBacklog
        /// Since when a message is being written; nil when none is.
        var writing: ContinuousClock.Instant?
        /// Those who wait until all is written; told after each message.
        var flushers: [Int: DispatchSemaphore] = [:]
        var lastFlusher = 0
        var isAsleep = false
    }

    private let state: Mutex<State>
    private let bell = DispatchSemaphore(value: 0)
    private let messageID: String?

    /// - Parameters:
    ///   - messageID: The journal's `MESSAGE_ID=` of the message that tells how many were left out.
    ///   - makeWriter: Makes what writes a message; both run on the queue's thread, and may block it.
    package init(
        capacity: Int = LogQueue.capacity, sizeLimit: Int = LogQueue.sizeLimit, messageID: String? = nil,
        makeWriter: @escaping @Sendable () -> Writer
    ) {
        state = Mutex(State(backlog: LogBacklog(capacity: capacity, sizeLimit: sizeLimit)))
        self.messageID = messageID
        let thread = Thread { [self] in write(with: makeWriter()) }
        thread.name = "log"
        thread.start()
    }

    /// What `LoggingSystem.bootstrap` takes. Each logger begins at `level`.
    package func handlerFactory(level: Logger.Level) -> @Sendable (_ label: String) -> any LogHandler {
        { [self] _ in ServiceLogHandler(level: level, output: append) }
    }

    /// Never waits.
    package func append(_ message: LogMessage) {
        let wakes = state.withLock { state in
            state.backlog.append(message)
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if wakes { bell.signal() }
    }

    /// A log that takes nothing.
    package struct Stuck: Sendable, Equatable {
        /// Messages that wait to be written.
        package let waiting: Int
        /// Messages that there was no room for.
        package let leftOut: Int
    }

    /// Nil while messages are written as they come.
    package var stuck: Stuck? {
        state.withLock { state in
            guard let writing = state.writing, .now - writing > Self.patience else { return nil }
            return Stuck(waiting: state.backlog.count + 1, leftOut: state.backlog.leftOut)
        }
    }

    /// Waits until all is written, or none was for `stall`, or `limit` is over: a log that nobody reads does not keep a process from
    /// its end.
    ///
    /// - Returns: Whether all is written.
    @discardableResult
    package func flush(stall: Duration = .seconds(1), limit: Duration = .seconds(4)) -> Bool {
        let deadline = ContinuousClock.now + limit
        let progress = DispatchSemaphore(value: 0)
        let flusher = state.withLock { state in
            state.lastFlusher += 1
            state.flushers[state.lastFlusher] = progress
            return state.lastFlusher
        }
        defer { state.withLock { state in state.flushers[flusher] = nil } }
        while state.withLock({ $0.backlog.count > 0 || $0.writing != nil }) {
            let patience = min(stall, deadline - .now)
            guard patience > .zero,
                progress.wait(timeout: .now() + .milliseconds(Int(patience / .milliseconds(1)))) == .success
            else { return false }
        }
        return true
    }

    private func write(with writer: Writer) {
        while true {
            let (message, leftOut) = state.withLock { state -> (LogMessage?, Int) in
                let message = state.backlog.takeFirst()
                state.isAsleep = message == nil
                state.writing = message == nil ? nil : .now
                return (message, state.backlog.leftOut)
            }
            guard let message else {
                for flusher in state.withLock({ Array($0.flushers.values) }) { flusher.signal() }
                bell.wait()
                continue
            }
            writer(message)
            if leftOut > 0 || state.withLock({ $0.backlog.leftOut > 0 }) { tellLeftOut(writer) }
            for flusher in state.withLock({ Array($0.flushers.values) }) { flusher.signal() }
        }
    }

    private func tellLeftOut(_ writer: Writer) {
        let count = state.withLock { $0.backlog.takeLeftOut() }
        let record = LogRecord(
            level: .warning, message: "\(count) messages were left out here: nobody read the log for some time",
            messageID: messageID)
        writer(LogMessage(record, at: .now()))
    }
}
