import Accounts
import Control
import Foundation
import Glibc
import Logging
import PBX
import Records
import Routing
import ServiceLifecycle
import Sockets
import Switchboard
import Systemd
import Terminal
import Time
import UnixSignals
import Varlink
import Wording

/// The running program: what it is made of, in the order in which it starts and, backwards, ends.
struct Daemon {
    private let switchboard: Switchboard
    private let pbx: OpenedSocket
    private let control: OpenedSocket
    /// Asterisk's FastAGI, when it is wanted.
    private let fastAGI: ListeningSocket?
    /// What its peers have to show for more than questions.
    private let token: TokenFile
    private let groups: Groups
    /// Where the ledger is.
    private let state: String
    private let phones: DeskPhones
    private let log: LogQueue
    private let logger: Logger
    private let started = systemClock()

    /// Opens everything that the daemon needs, or says what is missing.
    init(
        places: Places, fastAGI address: String?, token: TokenFile, groups: Groups, log: LogQueue, logger: Logger
    ) throws(StartFailure) {
        self.token = token
        self.groups = groups
        self.log = log
        self.logger = logger
        let passed: PassedSockets
        do {
            passed = try PassedSockets.take(
                known: ["pbx": [.unix], "control": [.unix], "fastagi": [.unix, .ipv4, .ipv6]])
        } catch {
            throw .passedSockets(error)
        }
        do {
            switchboard = try Self.switchboard(places, groups, logger)
        } catch let error as LedgerError {
            throw .ledger(error)
        } catch let error as StartError {
            throw StartFailure(error)
        } catch let error as StartFailure {
            throw error
        } catch {
            throw .mistake("\(error)")
        }
        phones = DeskPhones(
            logger: logger, language: { [switchboard] in switchboard.table.directory.settings.language }
        ) {
            [switchboard] request, peer in
            var name: String?
            if let user = peer.user { name = await groups.users.name(ofUser: user).value }
            return await switchboard.answer(request, from: peer, userName: name)
        }
        state = URL(filePath: places.state).path
        pbx = try OpenedSocket(
            passed, name: "pbx", path: places.pbxSocket, mode: 0o660, group: groups.pbx,
            number: groups.users.number(ofGroup: groups.pbx, within: .seconds(5)).value)
        control = try OpenedSocket(
            passed, name: "control", path: places.controlSocket, mode: 0o666, group: nil, number: nil)
        fastAGI = try Self.fastAGI(passed, address)
    }

    /// Opens the ledger and reads the directory, at the same time. A ledger that turns out to be damaged as it is read is set aside, as one is that cannot be
    /// opened.
    private static func switchboard(_ places: Places, _ groups: Groups, _ logger: Logger) throws -> Switchboard {
        let directory = DirectoryAhead(places.configuration, at: systemClock())
        func make(_ ledger: Ledger) throws(StartError) -> Switchboard {
            try Switchboard(
                configuration: places.configuration, directory: directory, ledger: ledger, logger: logger,
                missingUsers: groups.missingUsers(among:), now: systemClock)
        }
        if let server = try places.server() { return try make(places.open(server, at: systemClock())) }
        try places.refuseForgottenDatabase()
        func start(damage: String? = nil) throws -> (switchboard: Switchboard?, damage: String?) {
            let (ledger, setAside) = try Ledger.open(
                folder: places.state, version: Version.release, at: systemClock(), damage: damage,
                mark: places.ledgerMark)
            if let setAside {
                let place = "\(places.state)/\(setAside.name)"
                logger.report(
                    .ledgerSetAside,
                    setAside.cause.map {
                        "The ledger was damaged (\($0)) and is set aside as \(place): an empty one is used"
                    }
                        ?? "The head of the ledger's log was damaged; the log is set aside as \(place), and the ledger used without what was in it"
                )
            }
            do {
                return (try make(ledger), nil)
            } catch StartError.ledger(.unavailable(let cause)) {
                guard setAside == nil, let damage = try ledger.upkeep.damage() else {
                    throw StartError.ledger(.unavailable(cause: cause))
                }
                return (nil, damage)
            }
        }
        let first = try start()
        if let switchboard = first.switchboard { return switchboard }
        guard let switchboard = try start(damage: first.damage).switchboard else {
            throw StartFailure.mistake("a ledger that was begun anew is damaged")
        }
        return switchboard
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Parameter reloads: The signals at which to read the directory again.
    func run(reloads: UnixSignalsSequence) async throws {
        switchboard.health.also { [log, users = groups.users] in Self.troubles(log, users, $0) }
        let notifier = ServiceNotifier()
        let incidents = FastAGIIncidents(logger: logger)
        let denials = MessageLimit(.denied, "Refused requests")
        let dropped = MessageLimit(.limitReached, "Connections to the control socket that were closed")
        let pbxListener = try PBXListener(
            socket: pbx.socket,
            fastAGI: fastAGI.map {
                PBXListener.Socket(
                    listening: $0, limits: .fastAGI, refusals: reportRefusals("FastAGI"), token: token.token,
                    incidents: incidents.report)
            }, desk: callDesk, heartbeat: heartbeat(notifier), refusals: reportRefusals("PBX"))
        let sockets = SocketWatch(
            [pbx.file, control.file].compactMap(\.self), users: groups.users, health: switchboard.health, logger: logger
        )
        let counters = ConnectionCounters()
        let figures = ServiceFigures(
            switchboard: switchboard, pbx: pbxListener, hasFastAGI: fastAGI != nil, control: counters,
            process: ProcessFigures(started: started, ready: systemClock()), sockets: sockets)
        let controlInterface = ControlInterface(
            switchboard: switchboard, groups: groups, identify: groups.requester, logger: logger, denials: denials,
            version: Version.text, state: state, now: systemClock, metrics: figures.metrics, sockets: figures.standing)
        let controlListener = VarlinkListener(
            socket: control.socket, service: controlInterface.service, counters: counters,
            maySendLong: controlInterface.maySendLong, refusals: reportRefusals("control"),
            report: reportDropped(dropped))
        let status = StatusService(
            switchboard: switchboard, notifier: notifier, figures: figures,
            limits: incidents.limits + [denials, dropped], logger: logger
        ) {
            // Said by a service, because services are started once signals are waited for.
            let sentence = switchboard.sentence(at: systemClock())
            logger.report(
                .ready, "majord \(Version.text) is ready: \(sentence)",
                [
                    "pbx": "\(pbx.description)", "control": "\(control.description)",
                    "generation": "\(switchboard.table.generation)",
                ])
            notifier.ready(status: sentence)
        }
        // They end backwards, each when the one before has: calls are answered until everything else has ended but the recording of them.
        let services: [(name: String, service: any Service)] = [
            ("records", RecordService(switchboard: switchboard)), ("desk phones", DeskPhoneService(phones: phones)),
            ("PBX", PBXListenerService(listener: pbxListener)),
            ("control", ControlListenerService(listener: controlListener, switchboard: switchboard)),
            ("reloads", ReloadService(signals: reloads, switchboard: switchboard, notifier: notifier)),
            ("status", status),
        ]
        var configuration = ServiceGroupConfiguration(
            // Without a name each is described with all that is in it, while callers wait.
            services: services.map { .init(service: $0.service, serviceName: $0.name) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(6)
        await sockets.check()
        if fastAGI != nil, let trouble = token.trouble { logger.report(.tokenMissing, trouble) }
        try await ServiceGroup(configuration: configuration).run()
        pbx.remove()
        logger.report(.ended, "majord has ended")
    }

    /// What is wrong around the daemon.
    private static func troubles(_ log: LogQueue, _ users: UserDatabase, _ language: Language) -> [Trouble] {
        let words = TroubleWords(language)
        let stuck = log.stuck.map {
            Trouble(.journal, words.journalIsStuck(waiting: $0.waiting, leftOut: $0.leftOut))
        }
        return [stuck, users.isHanging ? Trouble(.names, words.noNames) : nil].compactMap(\.self)
    }

    private static func fastAGI(_ passed: PassedSockets, _ text: String?) throws(StartFailure) -> ListeningSocket? {
        if let given = passed.sockets(named: "fastagi").first { return given }
        guard let text, let address = SocketAddress(ipv4: text) else { return nil }
        do {
            return try ListeningSocket(address: address)
        } catch {
            let holder = error.code == EADDRINUSE ? PortHolder.find(address) : nil
            throw .fastAGI(address: text, error, holder: holder)
        }
    }

    private var callDesk: CallDesk {
        let switchboard = switchboard
        let desk = switchboard.desk
        let started = started
        return CallDesk(
            route: desk.route, next: desk.next, report: desk.report, phone: desk.note, deskPhone: phones.ask
        ) {
            DeskFigures(switchboard, started: started, at: systemClock())
        }
    }

    /// systemd's watchdog, when it watches: fed twice in its time.
    private func heartbeat(_ notifier: ServiceNotifier) -> PBXListener.Heartbeat? {
        notifier.watchdogTimeout.map { timeout in
            PBXListener.Heartbeat(interval: Int64(timeout / .milliseconds(2))) { notifier.watchdog() }
        }
    }

    private func reportRefusals(_ socket: String) -> RefusalReport {
        { [logger] refusals in
            let count = counted(refusals.count, .connection)
            let verb = refusals.count == 1 ? "was" : "were"
            logger.report(
                refusals.cause == .http ? .spokeHTTP : .limitReached,
                "\(count) to the \(socket) socket \(verb) \(refusals.cause)",
                refusals.user.map { ["uid": "\($0)"] } ?? [:])
        }
    }

    private func reportDropped(_ limit: MessageLimit) -> @Sendable (DroppedConnection) -> Void {
        { [logger] dropped in
            let uid = dropped.peer.userID
            guard let leftOut = limit.pass(uid, at: systemClock()) else { return }
            logger.info(
                "A connection to the control socket was closed: \(dropped.cause)\(MessageLimit.addition(leftOut))",
                metadata: ["uid": "\(uid)"])
        }
    }

    /// The lifecycle's own messages say nothing that the daemon's do not.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = .error
        return logger
    }
}

extension DeskFigures {
    fileprivate init(_ switchboard: Switchboard, started: Instant, at now: Instant) {
        let table = switchboard.table
        // Its cost would grow with the directory, and this is the thread that answers PBXs.
        let overview = switchboard.lastOverview
        let counts = switchboard.desk.notes.counts
        let backlog = switchboard.recorder.backlog
        self.init(
            version: Version.text, uptimeSeconds: now.since(started).wholeSeconds, generation: table.generation,
            clients: overview.count.clients, agents: table.agents.count, agentsAbsent: overview.absentAgents,
            clientsCovered: overview.count.covered, clientsUncovered: overview.uncovered.count,
            decisions: counts.decisions)
        isDegraded = switchboard.isDegraded
        isLastGood = switchboard.health.lastGood != nil
        reloadsDone = switchboard.health.reloads.done
        reloadsRefused = switchboard.health.reloads.refused
        ledger.isAvailable = backlog.isAvailable
        ledger.recordsWaiting = backlog.waiting
        ledger.recordsDropped = counts.dropped
        ledger.lag = backlog.oldest.map { max(now.since($0).count, 0) } ?? 0
    }
}
