import DirectoryFiles
package import Numbering
package import Records
package import Routing
package import Time

/// The versions of the directory: kept when they come into force, and asked for what was decided long ago.
extension Switchboard {
    /// So many wait to be kept while the ledger is unavailable; of more, the oldest are given up.
    private static let waitingLimit = 16

    /// Keeps the directory that was read at the start: from then on it is the last good one, however majord ends. Then tells who has nobody by what
    /// came since the one before.
    ///
    /// - Returns: What nobody has to wait for: where the same is kept already, that it was read again; and gaps that have come into view.
    @discardableResult
    package func keepDirectory() async -> Task<Void, Never> {
        guard let load = unkept else { return Task {} }
        let directories = ledger.directories
        let before = await BackgroundThread.run("majord-keep") { try? directories.keptDirectory() }
        let keeping = Task {
            let gaps = await uncoveredWhileStopped(since: before, load)
            // What was reloaded meanwhile is the last good one, and kept already.
            if unkept != nil {
                unkept = nil
                await keep(load, at: started, since: started, uncovering: gaps)
            } else {
                await tellUncovered(gaps)
            }
        }
        if before?.path != load.copy?.path || before?.files != load.copy?.files { await keeping.value }
        return Task {
            await keeping.value
            await lookForGaps()
        }
    }

    /// Keeps directories one after the other, in the order in which they came into force, each with what it brings about. Failing to keep one is no
    /// reason not to use it.
    ///
    /// - Parameter gaps: Of clients whom it leaves without anybody.
    func keep(
        _ load: DirectoryLoad, at instant: Instant, since: Instant,
        uncovering gaps: [(client: ClientEntry, stretches: [Interval])]
    ) async {
        guard let kept = load.kept(at: instant, since: since) else { return await tellUncovered(gaps) }
        waitingToBeKept.append((kept, uncovered(gaps)))
        await keepWaiting()
    }

    /// Keeps what could not be kept before. To be called now and then.
    package func keepWaiting() async {
        let previous = lastKeeping
        let keeping = Task {
            await previous?.value
            while let (kept, events) = waitingToBeKept.first {
                guard await isKept(kept, telling: events) else {
                    giveUpOldest()
                    return
                }
                waitingToBeKept.removeFirst()
            }
        }
        lastKeeping = keeping
        await keeping.value
    }

    /// What they brought about is told with the next one.
    private func giveUpOldest() {
        let count = max(waitingToBeKept.count - Self.waitingLimit, 0)
        let events = waitingToBeKept.prefix(count).flatMap { $0.events }
        waitingToBeKept.removeFirst(count)
        if !waitingToBeKept.isEmpty { waitingToBeKept[0].events.insert(contentsOf: events, at: 0) }
    }

    private func isKept(_ kept: KeptDirectory, telling events: [NewEvent]) async -> Bool {
        let (ledger, recorder) = (ledger.directories, recorder)
        return await BackgroundThread.run("majord-keep") {
            do throws(LedgerError) {
                try ledger.keep(kept, telling: events)
                return true
            } catch {
                recorder.noteUnavailable(
                    "The directory could not be kept for a start with broken files: \(error)", error)
                return false
            }
        }
    }

    /// A table of a moment, and which version of the directory is in it.
    package struct Hindsight: Sendable {
        package let table: RoutingTable
        package let numbers: NumberReader
        /// Nil where none is kept of that moment, and of one that is not over.
        package let version: (number: Int64, since: Instant)?
    }

    /// The table that decided at an instant: of one in the past with the directory and the roster of then, of another with those of now.
    package nonisolated func hindsight(at instant: Instant) async throws(LedgerError) -> Hindsight {
        let current = desk.current.value
        let (records, directories, present) = (ledger.roster, ledger.directories, now())
        guard instant < present else {
            return Hindsight(table: current.table, numbers: current.numbers, version: nil)
        }
        let read = await BackgroundThread.run("majord-hindsight") {
            Result { () throws(LedgerError) -> Hindsight in
                do throws(LedgerError) {
                    let (kept, last) = (try directories.directory(at: instant), try directories.keptDirectory())
                    return Self.hindsight(
                        try records.roster(at: instant), current, kept, isInForce: kept?.version == last?.version,
                        at: instant)
                } catch {
                    guard instant >= current.table.roster.completeFrom else { throw error }
                    return Hindsight(table: current.table, numbers: current.numbers, version: nil)
                }
            }
        }
        return try read.get()
    }

    /// - Parameters:
    ///   - kept: The version that decided then.
    ///   - isInForce: Whether that is the one in force.
    private static func hindsight(
        _ past: Roster, _ current: Published, _ kept: KeptDirectory?, isInForce: Bool,
        at instant: Instant
    ) -> Hindsight {
        let version = kept.map { (number: $0.version, since: $0.since) }
        if let kept, !isInForce, let load = try? DirectoryLoad(kept, roster: past, generation: 0, at: instant) {
            return Hindsight(table: load.table, numbers: load.numbers, version: version)
        }
        return Hindsight(
            table: RoutingTable(current.table, roster: past, generation: current.table.generation),
            numbers: current.numbers, version: isInForce ? version : nil)
    }
}
