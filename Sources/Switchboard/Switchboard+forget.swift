import Logging
import Numbering
package import Records
package import Routing
package import Time
package import Wording

/// Why nothing was forgotten. Nothing was changed.
package enum ForgetRefusal: Error, Sendable {
    case notAllowed(Right)
    /// No telephone number, or one that nobody calls from.
    case invalidNumber(String, NumberWords.Unfit)
    /// The files of the directory that are in force name it.
    case inFiles(Place)
    case ledger(LedgerError)
}

/// Forgetting one number or person before the time is over.
extension Switchboard {
    /// What somebody wishes to be forgotten.
    package enum ForgetWish: Sendable {
        /// In any form.
        case number(String)
        /// With the numbers that are known to be his alone.
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
        /// How many numbers and addresses of a contact stay, since the files name them.
        package let left: Int
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

    /// So many nights `majord-backup.timer` keeps.
    private static let backups = Milliseconds.days(7)
    /// How often it is looked for anew, where something that was found has changed before it was its turn.
    private static let tries = 5

    /// Puts a token in the place of a number or a contact's name everywhere: in the records and in what is in memory.
    ///
    /// - Parameter isDry: Whether it is only to be told how much there is of it.
    package func forget(
        _ wish: ForgetWish, isDry: Bool, by requester: Requester
    ) async throws(ForgetRefusal) -> Forgotten {
        guard requester.isManager else { throw .notAllowed(.manageLedger) }
        for _ in 0..<Self.tries {
            let (erasure, left) = try await erasure(wish, by: requester)
            // What calls have left until now is in the ledger before it is looked for.
            await recorded(until: erasure.instant)
            let erasing = ledger.erasing
            let found = try await work { () throws(LedgerError) in try erasing.find(erasure) }
            let all: ErasureFinding? =
                if isDry { found } else {
                    try await change { () throws(ForgetRefusal) in
                        try await erase(erasure, found, requester)
                    }
                }
            guard let all else { continue }
            let counts = all.counts
            let isChanged = !isDry && counts.total > 0
            if isChanged { erasures += 1 }
            if !isDry, isOverwritingOwed { await overwrite(patience: Self.overwriteTries) }
            return Forgotten(
                counts: counts, tokens: isChanged ? erasure.terms.map(\.token).filter(all.has) : [],
                hasBlock: isChanged && all.hasBlock,
                openMissed: missedCalls.open.map(\.id).filter(all.missedCalls.contains), left: left,
                isOverwritten: !isOverwritingOwed, backupsUntil: erasure.instant.advanced(by: Self.backups),
                logNumbers: table.directory.settings.logNumbers, aside: ledger.folder?.aside ?? [],
                ongoing: all.ongoingCalls)
        }
        throw .ledger(.unavailable(cause: "what is to be forgotten is being changed by others all the time"))
    }

    private func erase(
        _ erasure: Erasure, _ found: ErasureFinding, _ requester: Requester
    ) async throws(ForgetRefusal) -> ErasureFinding? {
        let (erasing, missedCalls) = (ledger.erasing, missedCalls)
        do throws(ForgetRefusal) {
            let erased = try await work { () throws(LedgerError) in
                try missedCalls.changing { () throws(LedgerError) in try erasing.erase(erasure, found) }
            }
            guard let all = erased else { return nil }
            try await forgetInMemory(erasure)
            let count = all.counts.total
            guard count > 0 else { return all }
            let isPerson = erasure.terms.contains { if case .contact = $0.identifier { true } else { false } }
            logger.report(
                .identifierForgotten,
                "\(requester.user) had a \(isPerson ? "contact" : "number") forgotten, in \(counted(count, .record))",
                requester.fields)
            return all
        } catch {
            if case .ledger(let outage) = error, outage.isOutage {
                recorder.noteUnavailable("The ledger refused a change: \(outage)", outage)
            }
            throw error
        }
    }

    /// Waits until what was noted of calls before an instant is in the ledger, for a few seconds: while the ledger cannot be written, nothing is
    /// forgotten anyway.
    private func recorded(until instant: Instant) async {
        for _ in 0..<500 {
            let backlog = recorder.backlog
            guard backlog.isAvailable, backlog.waiting > 0, backlog.oldest ?? .latest <= instant else { return }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    private func work<Value: Sendable>(
        _ body: @escaping @Sendable () throws(LedgerError) -> Value
    ) async throws(ForgetRefusal) -> Value {
        let result = await BackgroundThread.run("majord-forget") { Result { () throws(LedgerError) in try body() } }
        do throws(LedgerError) {
            return try result.get()
        } catch {
            throw .ledger(error)
        }
    }

    private func erasure(
        _ wish: ForgetWish, by requester: Requester
    ) async throws(ForgetRefusal) -> (erasure: Erasure, left: Int) {
        let (numbers, erasing, table) = (desk.current.value.numbers, ledger.erasing, table)
        let read: @Sendable (String) -> PhoneNumber? = { try? numbers.number($0) }
        let instant = now()
        let wished: Erasure.Term
        switch wish {
        case .number(let text):
            do throws(NumberError) {
                let number = try numbers.number(text)
                wished = Self.term(.number(number), block: table.block(around: number))
            } catch {
                throw .invalidNumber(text, NumberWords.Unfit(error))
            }
        case .contact(let name, let client):
            wished = Self.term(.contact(name, of: ClientID(client)), block: nil)
        }
        let found = try await work { () throws(LedgerError) -> FoundTerms in
            if let place = try erasing.places(inFilesOf: [wished], read).first ?? nil {
                return FoundTerms(place: place)
            }
            guard case .contact(let name, let client) = wished.identifier else { return FoundTerms(terms: [wished]) }
            let known = try erasing.known(ofContact: name, of: client, read)
            let person = Self.term(wished.identifier, block: nil, addresses: known.addresses)
            let his = known.numbers.map { Self.term(.number($0), block: table.block(around: $0)) }
            let own = zip(his, try erasing.places(inFilesOf: his, read)).filter { $0.1 == nil }.map(\.0)
            return FoundTerms(terms: [person] + own, left: his.count - own.count + known.addressesInFiles)
        }
        if let place = found.place { throw .inFiles(place) }
        let since = instant.advanced(by: Milliseconds(-table.directory.settings.maxCall.count))
        let erasure = Erasure(found.terms, by: requester.user, at: instant, ongoingSince: since, read: read)
        return (erasure, found.left)
    }

    /// What is meant by what somebody wishes to be forgotten.
    private struct FoundTerms: Sendable {
        /// Where the files name it.
        var place: Place?
        var terms: [Erasure.Term] = []
        var left = 0
    }

    private nonisolated static func term(
        _ identifier: Erasure.Term.Identifier, block: NumberBlock?, addresses: [String] = []
    ) -> Erasure.Term {
        let token = String(UInt64.random(in: 0..<(1 << 48)), radix: 16)
        // A number that nobody can have: Ofcom keeps them for plays.
        let standIn = "+44 7700 900\(String(Int.random(in: 1_000..<2_000)).dropFirst())"
        return Erasure.Term(
            identifier, token: String(repeating: "0", count: 12 - token.count) + token, block: block,
            addresses: addresses, standIn: standIn)
    }

    private func forgetInMemory(_ erasure: Erasure) async throws(ForgetRefusal) {
        desk.forget(erasure.terms.map(\.identifier))
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
