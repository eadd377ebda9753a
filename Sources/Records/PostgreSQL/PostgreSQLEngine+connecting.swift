import Foundation
import Synchronization

// How it connects, and connects anew.
extension PostgreSQLEngine {
    /// Connects, and goes on trying where that takes longer than it is waited for.
    ///
    /// - Parameter patience: In seconds; nil: until it is known whether it can be done now.
    /// - Throws: What keeps it from being done, where that is not that the database is away.
    func begin(within patience: Double?) throws(LedgerError) {
        guard let patience else { return try connect(isLater: false) }
        startConnecting()
        let end = Date(timeIntervalSinceNow: patience)
        while standing.withLock({ $0.connection == nil && $0.attempts == 0 }), Date() < end {
            Thread.sleep(forTimeInterval: 0.002)
        }
        if let refused = standing.withLock(\.refused) { throw refused }
    }

    /// Connects as the one majord of its site.
    ///
    /// - Parameter isLater: Whether something may be known already of what is there.
    func connect(isLater: Bool) throws(LedgerError) {
        let connection = try server.connect(.writing)
        let entered: PostgreSQLHold.Entered
        do {
            entered = try PostgreSQLHold(connection: connection, server: server).take()
        } catch {
            throw refusal(error, nil)
        }
        let loading = try server.connect(.reading)
        reader.withLock { $0 = nil }
        standing.withLock { standing in
            (standing.connection, standing.loading) = (connection, loading)
            (standing.number, standing.entered) = (entered.number, entered)
            // Who finds in the next moment that it is gone begins anew.
            (standing.isConnecting, standing.refused) = (false, nil)
            // What is known may not be what is there.
            if isLater {
                for part in SharedPart.allCases { standing.counts.seen[part] = PostgreSQLCounts.unseen }
            }
            standing.counts.connections += 1
        }
        connected.withLock(\.self)?()
    }

    /// Ends waiting for answers that do not come, where the server has just answered over another connection: what was sent while the way there was cut
    /// is sent anew after longer and longer pauses.
    func giveUpWaiting() {
        let now = standing.withLock(\.self)
        for connection in [now.connection, now.loading, reader.withLock(\.self)] {
            connection?.giveUp(after: .seconds(1))
        }
    }

    /// Tries twice each second, on a thread of its own, until there is a connection or nobody wants one any more.
    func startConnecting() {
        let isFirst = standing.withLock { standing in
            defer { standing.isConnecting = true }
            return !standing.isConnecting
        }
        guard isFirst else { return }
        let thread = Thread { [weak self] in
            while true {
                let next = Date(timeIntervalSinceNow: 0.5)
                guard self?.isToTryAgain() == true else { return }
                Thread.sleep(until: next)
            }
        }
        thread.name = "majord-connect"
        thread.start()
    }

    private func isToTryAgain() -> Bool {
        defer { standing.withLock { $0.attempts += 1 } }
        do throws(LedgerError) {
            try connect(isLater: true)
            return false
        } catch {
            standing.withLock { standing in
                standing.cause = error.isOutage ? error : .unavailable(cause: "\(error)")
                standing.refused = error.isOutage ? nil : error
            }
            return true
        }
    }
}
