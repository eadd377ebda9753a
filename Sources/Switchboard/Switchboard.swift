package import DirectoryFiles
package import Ledger
package import Logging
import Numbering
package import Routing

/// The daemon's heart: takes changes one at a time, makes them durable, compiles the next routing table and publishes it.
///
/// Readers never wait for it: they take what is published from the desk.
package actor Switchboard {
    /// How long absences that are over stay in the roster, so that a call of last month can still be explained.
    static let hindsight = Milliseconds.days(-31)

    package nonisolated let desk: Desk
    package nonisolated let recorder: CallRecorder
    let ledger: Ledger
    let logger: Logger
    let now: @Sendable () -> Instant
    let configuration: String
    private var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    private var lastWatcher = 0

    /// Reads the directory and the ledger, and publishes the first table.
    ///
    /// - Parameters:
    ///   - configuration: The directory's path, as `DirectoryReader` takes it.
    ///   - now: The clock.
    /// - Throws: What keeps the daemon from starting.
    package init(
        configuration: String, ledger: Ledger, logger: Logger, now: @escaping @Sendable () -> Instant
    ) throws(StartError) {
        let instant = now()
        let (directory, findings) = Self.read(configuration, at: instant)
        guard let directory else { throw .directory(findings) }
        for finding in findings { logger.warning("\(finding)") }
        do {
            let table = try RoutingTable(
                directory: directory, roster: try ledger.roster(from: instant.advanced(by: Self.hindsight)),
                generation: 1)
            let published = Published(table: table, numbers: try NumberReader(region: directory.region))
            let notes = CallNotes()
            desk = Desk(published, notes: notes, now: now)
            recorder = CallRecorder(notes: notes, ledger: ledger, logger: logger)
            desk.resume(
                try ledger.answeredCalls(since: instant.advanced(by: Milliseconds(-directory.maxCall.count))))
        } catch let error as LedgerError {
            throw .ledger(error)
        } catch {
            throw .internal("\(error)")
        }
        self.configuration = configuration
        self.ledger = ledger
        self.logger = logger
        self.now = now
    }

    package nonisolated var table: RoutingTable { desk.current.value.table }

    /// A signal after each change of the table, the first at once; ends when its reader goes away.
    package func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        lastWatcher += 1
        let watcher = lastWatcher
        watchers[watcher] = continuation
        continuation.onTermination = { _ in
            Task { await self.removeWatcher(watcher) }
        }
        continuation.yield()
        return stream
    }

    /// Ends every stream of changes, so that those who watch are let go.
    package func finish() {
        for watcher in watchers.values { watcher.finish() }
        watchers = [:]
    }

    func publish(_ published: Published) {
        desk.current.publish(published)
        for watcher in watchers.values { watcher.yield() }
    }

    static func read(_ configuration: String, at instant: Instant) -> (Directory?, [Finding]) {
        DirectoryReader.read(at: configuration, now: instant)
    }

    private func removeWatcher(_ watcher: Int) {
        watchers[watcher] = nil
    }
}

/// What keeps the daemon from starting.
package enum StartError: Error, Sendable {
    case directory([Finding])
    case ledger(LedgerError)
    /// A directory without findings that cannot be compiled: a mistake in majord.
    case `internal`(String)
}
