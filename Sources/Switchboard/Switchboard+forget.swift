import Logging
package import Records
package import Routing
package import Time
package import Wording

/// Why nothing was forgotten. Nothing was changed.
package enum ForgetRefusal: Error, Sendable {
    case notAllowed(Right)
    /// No telephone number, or one that nobody calls from.
    case invalidNumber(String, NumberWords.Unfit)
    /// No client has this identifier, nor is there anything kept of one who had it; the nearest that there is.
    case unknownClient(String, nearest: String?)
    /// The files of the directory that are in force name it.
    case inFiles(Place)
    /// What was noted of calls waits to be written, and may have it.
    case recordsWait(Int, cause: String?)
    /// A part of it is forgotten.
    case unfinished(LedgerError)
    /// Something else is being forgotten.
    case isBeingForgotten
    case ledger(LedgerError)
}

/// Forgetting one number or person before the time is over.
extension Switchboard {
    /// What somebody wishes to be forgotten.
    package enum ForgetWish: Sendable {
        /// In any form.
        case number(String)
        /// With the numbers and addresses that are known to be his.
        case contact(String, client: String)
    }

    package struct Forgotten: Sendable {
        package let counts: Erasure.Counts
        /// What stands in its place somewhere; none where nothing was changed.
        package let tokens: [String]
        /// Whether the client's block stands in a number's place somewhere.
        package let hasBlock: Bool
        /// Open missed calls whose number goes: nobody can call back there.
        package let openMissed: [Int64]
        /// How many numbers and addresses of a contact stay elsewhere than in what is his, since the files name them, or others have or had
        /// them, too.
        package let left: Int
        /// In how many records a contact's name of one word stays, since it may be somebody else's there.
        package let leftNames: Erasure.Counts
        /// Whether what was forgotten, now or before, is overwritten everywhere; not while somebody reads it.
        package let isOverwritten: Bool
        /// Until when the nightly backups have it.
        package let backupsUntil: Instant
        package let logNumbers: Settings.LogNumbers
        /// Files with ledgers of before, which may have it.
        package let aside: [String]
        /// How many calls go on under an id that has it.
        package let ongoing: Int
    }

    /// How many rows one transaction takes: some hundredths of a second.
    private static let rowsAtOnce = 500
    /// So many nights `majord-backup.timer` keeps.
    private static let backups = Milliseconds.days(7)
    /// How often it is looked for anew, where something that was found has changed before it was its turn.
    private static let tries = 5

    /// Puts a token in the place of a number or a contact's name everywhere: in the records and in what is in memory.
    ///
    /// - Parameter isDry: Whether it is only to be told how much there is of it.
    package func forget(
        _ wish: ForgetWish, isDry: Bool, by requester: Requester, _ progress: ErasureProgress = ErasureProgress()
    ) async throws(ForgetRefusal) -> Forgotten {
        guard requester.isManager else { throw .notAllowed(.manageLedger) }
        guard isDry || !isForgetting else { throw .isBeingForgotten }
        // Two at a time would find what the other one is about to change, and tell of tokens that stand nowhere.
        if !isDry { isForgetting = true }
        defer { if !isDry { isForgetting = false } }
        var all = ErasureTally()
        var tokens: [String] = []
        for _ in 0..<Self.tries {
            let (erasure, left) = try await erasure(wish, by: requester)
            // What calls have left until now is in the ledger before it is looked for.
            try await recorded(until: erasure.instant)
            let erasing = ledger.erasing
            let found = try await work { () throws(LedgerError) in try erasing.find(erasure) }
            tokens += erasure.terms.map(\.token).filter { !tokens.contains($0) }
            if isDry {
                all = found.tally
            } else {
                let rest = try await eraseParts(of: found, erasure, &all, progress)
                let before = all
                let last = try await change { () throws(ForgetRefusal) in
                    try await eraseRest(erasure, rest, before: before, requester)
                }
                guard let last else { continue }
                all.add(last, of: erasure)
                if all.count > 0 { erasures += 1 }
            }
            let isChanged = !isDry && all.count > 0
            if !isDry, isOverwritingOwed { await overwrite(patience: Self.overwriteTries) }
            return Forgotten(
                counts: all.counts, tokens: isChanged ? tokens.filter(all.tokens.contains) : [],
                hasBlock: isChanged && all.hasBlock,
                openMissed: missedCalls.open.map(\.id).filter(all.missedCalls.contains), left: left,
                leftNames: found.left,
                isOverwritten: !isOverwritingOwed, backupsUntil: erasure.instant.advanced(by: Self.backups),
                logNumbers: table.directory.settings.logNumbers, aside: ledger.folder?.aside ?? [],
                ongoing: all.ongoingCalls)
        }
        throw all.count > 0
            ? .unfinished(Self.isBeingChanged) : .ledger(Self.isBeingChanged)
    }

    private static let isBeingChanged = LedgerError.unavailable(
        cause: "what is to be forgotten is being changed by others all the time")

    /// Erases what nobody waits for, some hundred rows at a time: reports of calls have their turn at the ledger in between.
    ///
    /// - Returns: The rest.
    private func eraseParts(
        of found: ErasureOutline, _ erasure: Erasure, _ all: inout ErasureTally, _ progress: ErasureProgress
    ) async throws(ForgetRefusal) -> ErasureFinding {
        let (erasing, before) = (ledger.erasing, all.count)
        progress.begin(found.tally.count)
        let run = await BackgroundThread.run("majord-forget") {
            var run = ErasureRun(erasing, erasure, rest: found.rest, rowsAtOnce: Self.rowsAtOnce, progress)
            run.run(found.stretches)
            return run
        }
        all.add(run.erased)
        if all.count > before { erasures += 1 }
        guard let failure = run.failure else { return run.rest }
        noteUnavailable(failure)
        throw all.count > 0 ? .unfinished(failure) : .ledger(failure)
    }

    private func noteUnavailable(_ error: LedgerError) {
        tellRefusal("The ledger refused a change", error)
    }

    private func eraseRest(
        _ erasure: Erasure, _ found: ErasureFinding, before: ErasureTally, _ requester: Requester
    ) async throws(ForgetRefusal) -> ErasureFinding? {
        let (erasing, missedCalls) = (ledger.erasing, missedCalls)
        do throws(ForgetRefusal) {
            let erased = try await work { () throws(LedgerError) in
                try missedCalls.changing { () throws(LedgerError) in try erasing.erase(erasure, found) }
            }
            guard let last = erased else { return nil }
            try await forgetInMemory(erasure)
            var all = before
            all.add(last, of: erasure)
            let count = all.counts.total
            guard count > 0 else { return last }
            let isPerson = erasure.terms.contains { if case .contact = $0.identifier { true } else { false } }
            logger.report(
                .identifierForgotten,
                "\(requester.user) had a \(isPerson ? "contact" : "number") forgotten, in \(counted(count, .record))",
                requester.fields)
            return last
        } catch {
            guard case .ledger(let cause) = error else { throw error }
            noteUnavailable(cause)
            throw before.count > 0 ? .unfinished(cause) : error
        }
    }

    /// Waits until what was noted of calls before an instant is in the ledger, for a few seconds.
    ///
    /// - Throws: Where it is not, and may have what is to be forgotten: it would be written afterwards.
    private func recorded(until instant: Instant) async throws(ForgetRefusal) {
        let recorder = recorder
        if !recorder.backlog.isAvailable { await BackgroundThread.run("majord-forget") { recorder.maintain() } }
        for _ in 0..<500 {
            let backlog = recorder.backlog
            guard backlog.isAvailable else { throw .recordsWait(backlog.waiting, cause: backlog.trouble) }
            guard backlog.waiting > 0, backlog.oldest ?? .latest <= instant else { return }
            try? await Task.sleep(for: .milliseconds(10))
        }
        throw .recordsWait(recorder.backlog.waiting, cause: nil)
    }

    func work<Value: Sendable>(
        _ body: @escaping @Sendable () throws(LedgerError) -> Value
    ) async throws(ForgetRefusal) -> Value {
        let result = await BackgroundThread.run("majord-forget") { Result { () throws(LedgerError) in try body() } }
        do throws(LedgerError) {
            return try result.get()
        } catch {
            throw .ledger(error)
        }
    }

    private func forgetInMemory(_ erasure: Erasure) async throws(ForgetRefusal) {
        desk.forget(erasure.terms.filter { $0.owner == nil }.map(\.identifier))
        let (instant, roster, kept) = (now(), ledger.roster, ledger.calendars)
        let (loaded, standings) = try await work { () throws(LedgerError) in
            (try roster.load(from: instant, ended: Self.endedInRoster), try kept.calendars())
        }
        calendars.take(standings)
        let old = desk.current.value
        publish(
            Published(
                table: RoutingTable(old.table, roster: loaded, generation: old.table.generation + 1),
                numbers: old.numbers))
    }
}
