import Records
import Routing
import Synchronization
package import Time
package import Wording

/// What is not as it should be, and how reloads have gone. Written by the switchboard, read by everybody.
package final class ServiceHealth: Sendable {
    /// A directory that is in force although its files have errors.
    package struct LastGood: Sendable, Equatable {
        /// When its files were read.
        package let read: Instant
        /// How many errors the files had at the start.
        package let errors: Int
        /// The first of them.
        package var what: String? = nil
    }

    package struct Reloads: Sendable, Equatable {
        package var done = 0
        package var refused = 0
        /// The last one, and how many errors its files had.
        package var last: (instant: Instant, errors: Int)?

        package static func == (one: Reloads, other: Reloads) -> Bool {
            one.done == other.done && one.refused == other.refused && one.last?.instant == other.last?.instant
                && one.last?.errors == other.last?.errors
        }
    }

    private struct State: Sendable {
        /// Who else knows of troubles.
        var others: [@Sendable (Language) -> [Trouble]] = []
        var lastGood: LastGood?
        var reloads = Reloads()
        var sockets: [SentenceInEachLanguage] = []
        var setAside: [String] = []
        var damage: String?
        var hindrance: LedgerHindrance?
        var unwrittenSince: Instant?
    }

    private let state: Mutex<State>
    private let waitingWishes: @Sendable () -> Int

    /// - Parameter waitingWishes: How often somebody has said to be sick, to take a pause or to be back, and waits for the database.
    init(lastGood: LastGood?, waitingWishes: @escaping @Sendable () -> Int = { 0 }) {
        self.waitingWishes = waitingWishes
        state = Mutex(State(lastGood: lastGood))
    }

    /// Nil when the directory in force is the one in the files, or was at the last reload.
    package var lastGood: LastGood? { state.withLock(\.lastGood) }

    package var reloads: Reloads { state.withLock(\.reloads) }

    /// Takes what is wrong with the daemon's sockets, a sentence each.
    package func note(sockets troubles: [SentenceInEachLanguage]) {
        state.withLock { $0.sockets = troubles }
    }

    /// The ledgers that were damaged, and that nobody has looked at.
    package var setAside: [String] { state.withLock(\.setAside) }

    func note(setAside names: [String]) {
        state.withLock { $0.setAside = names }
    }

    /// What is damaged of the ledger that is in use.
    func note(damage cause: String) {
        state.withLock { $0.damage = cause }
    }

    /// What somebody has done to the files of the ledger that is in use.
    func note(_ hindrance: LedgerHindrance?) {
        state.withLock { $0.hindrance = hindrance }
    }

    /// Since when the ledger's log, which may have what was forgotten, cannot be emptied; nil: it was.
    var unwrittenSince: Instant? { state.withLock(\.unwrittenSince) }

    func note(unwrittenSince instant: Instant?) {
        state.withLock { $0.unwrittenSince = instant }
    }

    func noteReloaded(at instant: Instant) {
        state.withLock { state in
            state.lastGood = nil
            state.reloads.done += 1
            state.reloads.last = (instant, 0)
        }
    }

    func noteRefused(errors: Int, at instant: Instant) {
        state.withLock { state in
            state.reloads.refused += 1
            state.reloads.last = (instant, errors)
        }
    }

    /// Asks somebody else, too, for troubles; he must not wait for anything.
    package func also(_ source: @escaping @Sendable (Language) -> [Trouble]) {
        state.withLock { $0.others.append(source) }
    }

    /// All that is not as it should be.
    package func troubles(
        _ backlog: CallRecorder.Backlog, _ clock: ServiceClock, in language: Language = .en
    ) -> [Trouble] {
        let (sockets, others, since) = state.withLock { ($0.sockets, $0.others, $0.unwrittenSince) }
        let unwritten = since.map {
            Trouble(.overwriting, TroubleWords(language).notOverwritten(since: clock.noted($0)))
        }
        return sockets.map { Trouble(.socket, $0[language]) } + failures(backlog, clock, in: language)
            + [unwritten].compactMap(\.self) + others.flatMap { $0(language) }
    }

    /// Those troubles for which the service counts as degraded: its files or its ledger cannot be used. What is unusual about sockets is
    /// none, since a majord for trying out has such.
    package func failures(
        _ backlog: CallRecorder.Backlog, _ clock: ServiceClock, in language: Language = .en
    ) -> [Trouble] {
        let (lastGood, reloads, setAside, damage, hindrance) = state.withLock {
            ($0.lastGood, $0.reloads, $0.setAside, $0.damage, $0.hindrance)
        }
        let words = TroubleWords(language)
        var troubles: [Trouble] = []
        if let lastGood {
            let text = words.lastGood(read: clock.noted(lastGood.read), errors: lastGood.errors)
            troubles.append(Trouble(.directory, text))
        }
        if let last = reloads.last, last.errors > 0 {
            let text = words.reloadRefused(at: clock.noted(last.instant), errors: last.errors)
            troubles.append(Trouble(.reload, text))
        }
        troubles += setAside.map { Trouble(.setAside, words.ledgerSetAside($0)) }
        if let damage { troubles.append(Trouble(.damaged, words.ledgerDamaged(damage))) }
        return troubles + ledger(hindrance, backlog, clock, words)
    }

    /// One trouble for one cause: a ledger whose file is gone is unavailable, too.
    private func ledger(
        _ hindrance: LedgerHindrance?, _ backlog: CallRecorder.Backlog, _ clock: ServiceClock, _ words: TroubleWords
    ) -> [Trouble] {
        let waiting = backlog.waiting
        switch hindrance {
        case .removed(let path): return [Trouble(.damaged, words.ledgerRemoved(path, waiting: waiting))]
        case .replaced(let path): return [Trouble(.damaged, words.ledgerReplaced(path, waiting: waiting))]
        case .linked(let path): return [Trouble(.damaged, words.ledgerLinked(path, waiting: waiting))]
        case .cut(let path): return [Trouble(.damaged, words.ledgerCut(path, waiting: waiting))]
        case .logGone(let path, let since, let cause):
            let text = words.ledgerLogGone(path, since: clock.noted(since), cause: cause, waiting: waiting)
            return [Trouble(.damaged, text)]
        case .logCut(let path, let since):
            return [Trouble(.damaged, words.ledgerLogCut(path, since: clock.noted(since), waiting: waiting))]
        case .memoryCut, .unlocked, .closed, nil: break
        }
        var troubles: [Trouble] = []
        if case .closed(let path, let cause) = hindrance {
            troubles.append(Trouble(.ledger, words.ledgerClosed(path, cause)))
        }
        if case .unlocked(let path) = hindrance { troubles.append(Trouble(.ledger, words.ledgerUnlocked(path))) }
        guard !backlog.isAvailable else { return troubles }
        if backlog.areKept, backlog.cause?.fullFolder == nil, let since = backlog.since {
            let text = words.databaseAway(
                since: clock.noted(since), records: backlog.onDisk, wishes: waitingWishes())
            return troubles + [Trouble(.ledger, text)]
        }
        let trouble =
            switch backlog.cause {
            case .full(let folder): Trouble(.ledger, words.ledgerFull(folder, waiting: waiting))
            case .locked(let holder):
                Trouble(.locked, words.ledgerLocked(holder.process, holder.name, waiting: waiting))
            default: Trouble(.ledger, words.ledgerUnavailable(waiting: waiting))
            }
        return troubles + [trouble]
    }
}
