import CEpoll
import Glibc
import Sockets

/// One listening socket with the connections that it has accepted.
final class PBXPort<Session: PBXSession> {
    /// How many connections are accepted before the others have their turn.
    private static var acceptedAtOnce: Int { 64 }

    let limits: PBXLimits
    let listener: Int32
    private let isTCP: Bool
    private let desk: SessionDesk
    private let ground: LoopGround
    private var log = RefusalLog()
    private let refusals: RefusalReport
    private let incidents: PBXListener.IncidentReport
    private var connections = ConnectionTable<Session>()
    private var admission: Admission
    /// When accepting goes on after descriptors have run out.
    private var acceptsAgain: Int64?
    private var isFinishing = false

    init(
        _ socket: ListeningSocket, desk: SessionDesk, limits: PBXLimits, ground: LoopGround,
        refusals: @escaping RefusalReport, incidents: @escaping PBXListener.IncidentReport = { _ in }
    ) throws(PBXListenerError) {
        listener = socket.descriptor
        self.desk = desk
        self.limits = limits
        self.ground = ground
        self.refusals = refusals
        self.incidents = incidents
        admission = Admission(limits.admission)
        isTCP = socket.address.isInternet
        guard fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) | O_NONBLOCK) == 0 else {
            throw PBXListenerError("fcntl")
        }
        try ground.epoll.add(ConnectionID(serial: 0, descriptor: listener))
    }

    deinit {
        for connection in connections.all {
            close(connection.id.descriptor)
            desk.counters.connections.noteClosed()
        }
    }

    var isEmpty: Bool { connections.count == 0 }

    /// Takes note of a connection where something has happened, if it is one of this port's.
    ///
    /// - Parameters:
    ///   - events: What has happened (epoll_ctl(2)).
    ///   - isAlone: Whether nobody else has something to be done, so that it is served at once.
    /// - Returns: Whether it is.
    func notice(_ id: ConnectionID, _ events: UInt32, isAlone: Bool) -> Bool {
        guard let connection = connections[id] else { return false }
        connection.notice(peerHasGone: events & Self.goneEvents != 0, at: ground.time)
        if isAlone { serve(connection) } else { queue(connection) }
        return true
    }

    /// Gives a connection its turn, if it is one of this port's.
    ///
    /// - Returns: Whether it is.
    func serve(_ id: ConnectionID) -> Bool {
        guard let connection = connections[id] else { return false }
        connection.isQueued = false
        serve(connection)
        return true
    }

    /// Takes an answer of the desk, if it is for one of this port's connections.
    ///
    /// - Returns: Whether it is.
    func deliver(_ letter: DeskLetter) -> Bool {
        guard let connection = connections[letter.ticket.connection] else { return false }
        if connection.take(letter.answer, for: letter.ticket.request) { queue(connection) }
        return true
    }

    /// Accepts nobody any more, and closes what has nothing more to say.
    func finish() {
        guard !isFinishing else { return }
        isFinishing = true
        if acceptsAgain == nil { ground.epoll.remove(listener) }
        for connection in connections.all where connection.finish() { queue(connection) }
    }

    /// Takes what counts from those who are still there when the time is up.
    func leave() {
        // Nobody is served any more, so that they share what is left of the daemon's time.
        let end = LoopTime.nanosecondsNow + Self.lastTime
        for connection in connections.all {
            connection.leave(as: .late)
            ground.output.turn = Turn(end: end, limit: .max)
            _ = connection.serve(ground.input, &ground.output, at: desk, now: ground.time)
        }
    }

    /// How long, in nanoseconds.
    private static var lastTime: Int64 { 1_000_000_000 }

    private func queue(_ connection: PBXConnection<Session>) {
        guard !connection.isQueued else { return }
        connection.notice(peerHasGone: false, at: ground.time)
        connection.isQueued = true
        ground.turns.append(connection.id, of: connection.lane)
    }

    private func serve(_ connection: PBXConnection<Session>) {
        ground.output.turn = Turn(from: ground.time)
        let next = connection.serve(ground.input, &ground.output, at: desk, now: ground.time)
        ground.check(at: connection.deadline)
        switch next {
        case .turn: queue(connection)
        case .close: remove(connection)
        case .read, .send, .wait: watch(connection, next)
        }
    }

    /// What tells that nobody is there any more to take a reply. A peer that has closed its sending side alone still takes its replies,
    /// unless it has to answer them.
    private static var goneEvents: UInt32 {
        EPOLLHUP.rawValue | EPOLLERR.rawValue | (Session.needsReplies ? EPOLLRDHUP.rawValue : 0)
    }

    /// What of it the kernel does not tell unasked.
    private static var endEvents: [EPOLL_EVENTS] { Session.needsReplies ? [EPOLLRDHUP] : [] }

    /// Has epoll tell what the connection waits for.
    private func watch(_ connection: PBXConnection<Session>, _ next: PBXConnection<Session>.Next) {
        guard next != connection.watched else { return }
        connection.watched = next
        let events: [EPOLL_EVENTS] = next == .read ? [EPOLLIN] : next == .send ? [EPOLLOUT] : []
        do throws(PBXListenerError) {
            try ground.epoll.change(connection.id, to: events + Self.endEvents)
        } catch {
            remove(connection)
        }
    }

    private func remove(_ connection: PBXConnection<Session>) {
        if let incident = connection.incident { incidents(incident) }
        // Closing takes the descriptor out of the epoll set, too.
        close(connection.id.descriptor)
        connections.remove(connection)
        if connection.spokeHTTP { tell(.http, of: connection.user) }
        admission.leave(connection.peer)
        desk.counters.connections.noteClosed()
    }

    private func tell(_ cause: RefusalCause, of user: UInt32?) {
        if let told = log.note(cause, of: user, at: ground.now) { refusals(told) }
    }
}

// MARK: - Beginnings

extension PBXPort {
    /// Accepts those who wait in the backlog.
    func accept() {
        for _ in 0..<Self.acceptedAtOnce where !isFinishing {
            let descriptor = epoll_accept(listener)
            guard descriptor >= 0 else {
                if AcceptPause.isNeeded(after: errno) { pauseAccepting() }
                return
            }
            let user = isTCP ? nil : PeerCredentials.userID(descriptor: descriptor)
            let address = isTCP ? SocketAddress(ofPeer: descriptor)?.host : nil
            let peer = Admission.Peer(user: user, address: address)
            if let cause = admission.admit(peer), !makeRoom(for: peer, cause) {
                close(descriptor)
                desk.counters.connections.noteRefused()
                tell(cause, of: user)
            } else {
                open(descriptor, of: user, address)
            }
        }
    }

    /// How long a peer may take for what it asks before it is the first to go when room is short, in milliseconds. Asterisk sends its
    /// header at once.
    private static var lingering: Int64 { 250 }
    /// How many make room at once, so that looking for them is worth it.
    private static var madeRoomAtOnce: Int { 64 }

    /// Closes connections of peers who have shown no token, so that one more may come in: first those that linger without asking, then the
    /// oldest. So whoever fills all places has each only until others have filled them again, and a PBX with the token keeps its.
    ///
    /// - Returns: Whether the one more has been admitted.
    private func makeRoom(for peer: Admission.Peer?, _ cause: RefusalCause) -> Bool {
        var strangers = connections.all.filter { $0.trust != .trusted && (cause == .tooMany || $0.peer == peer) }
        guard !strangers.isEmpty else { return false }
        let limit = ground.now - Self.lingering
        func rank(_ connection: PBXConnection<Session>) -> (Int, Int64, UInt32) {
            (
                connection.trust == .stranger(hasAsked: false) && connection.opened < limit ? 0 : 1, connection.opened,
                connection.id.serial
            )
        }
        strangers.sort { rank($0) < rank($1) }
        for connection in strangers.prefix(min(Self.madeRoomAtOnce, max(strangers.count / 2, 1))) {
            desk.counters.connections.noteMadeRoom()
            tell(.madeRoom, of: connection.user)
            remove(connection)
        }
        return admission.admit(peer) == nil
    }

    private func open(_ descriptor: Int32, of user: UInt32?, _ address: IPAddress?) {
        if isTCP {
            // Every reply is written in one piece and waited for.
            var isOn: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        }
        let connection = PBXConnection<Session>(
            id: ground.name(descriptor), user: user, address: address, limits: limits, now: ground.time)
        desk.counters.connections.noteOpened()
        connections.insert(connection)
        ground.check(at: connection.deadline)
        do throws(PBXListenerError) {
            try ground.epoll.add(connection.id, for: [EPOLLIN] + Self.endEvents)
        } catch {
            remove(connection)
        }
    }

    private func pauseAccepting() {
        ground.epoll.remove(listener)
        let again = ground.now + Self.acceptPause
        acceptsAgain = again
        ground.check(at: again)
    }

    /// In milliseconds.
    private static var acceptPause: Int64 { Int64(AcceptPause.length / .milliseconds(1)) }
}

// MARK: - Time

extension PBXPort {
    /// Has closed what has been waited for too long, and says when to look again.
    func checkDeadlines() {
        if let again = acceptsAgain, !isFinishing {
            if ground.now >= again, (try? ground.epoll.add(ConnectionID(serial: 0, descriptor: listener))) != nil {
                acceptsAgain = nil
            } else {
                ground.check(at: max(again, ground.now + Self.acceptPause))
            }
        }
        for connection in connections.all {
            guard ground.now >= connection.deadline else {
                ground.check(at: connection.deadline)
                continue
            }
            switch connection.expiry(ground.now) {
            case .patience: ground.check(at: ground.now)
            case .noAnswer(let request):
                if connection.take(.late, for: request) { queue(connection) }
            case .close:
                desk.counters.connections.noteTimedOut()
                connection.timeOut()
                queue(connection)
            }
        }
    }
}
