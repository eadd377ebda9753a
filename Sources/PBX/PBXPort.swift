import CEpoll
import Glibc

/// One listening socket with the connections that it has accepted.
final class PBXPort<Session: PBXSession> {
    /// How many connections are accepted before the others have their turn.
    private static var acceptedAtOnce: Int { 64 }

    let limits: PBXLimits
    let listener: Int32
    private let isTCP: Bool
    private let desk: SessionDesk
    private let ground: LoopGround
    private var refusals: RefusalLog
    private var connections = ConnectionTable<Session>()
    /// When accepting goes on after descriptors have run out.
    private var acceptsAgain: Int64?
    private var isFinishing = false

    init(
        listener: Int32, desk: SessionDesk, limits: PBXLimits, ground: LoopGround,
        refusals: @escaping PBXListener.RefusalReport
    ) throws(PBXListenerError) {
        self.listener = listener
        self.desk = desk
        self.limits = limits
        self.ground = ground
        self.refusals = RefusalLog(report: refusals)
        isTCP = Self.isTCP(listener)
        guard fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) | O_NONBLOCK) == 0 else {
            throw PBXListenerError("fcntl")
        }
        try ground.epoll.add(ConnectionID(serial: 0, descriptor: listener))
    }

    deinit {
        for connection in connections.all {
            close(connection.id.descriptor)
            desk.connections.noteClosed()
        }
    }

    var isEmpty: Bool { connections.count == 0 }

    /// Serves a connection, if it is one of this port's.
    ///
    /// - Returns: Whether it is.
    func serve(_ id: ConnectionID) -> Bool {
        guard let connection = connections[id] else { return false }
        settle(connection, connection.serve(ground.input, &ground.output, at: desk, now: ground.now))
        return true
    }

    /// Passes on an answer of the desk, if it is for one of this port's connections.
    ///
    /// - Returns: Whether it is.
    func deliver(_ letter: DeskLetter) -> Bool {
        guard let connection = connections[letter.ticket.connection] else { return false }
        let next = connection.take(
            letter.answer, for: letter.ticket.request, ground.input, &ground.output, at: desk, now: ground.now)
        settle(connection, next)
        return true
    }

    /// Accepts nobody any more, and closes what has nothing more to say.
    func finish() {
        guard !isFinishing else { return }
        isFinishing = true
        if acceptsAgain == nil { ground.epoll.remove(listener) }
        for connection in connections.all {
            settle(connection, connection.finish(ground.input, &ground.output, at: desk))
        }
    }

    private func settle(_ connection: PBXConnection<Session>, _ next: PBXConnection<Session>.Next) {
        ground.check(at: connection.deadline)
        guard next != connection.awaited else { return }
        connection.awaited = next
        do throws(PBXListenerError) {
            switch next {
            case .read: try ground.epoll.change(connection.id, to: EPOLLIN)
            case .send: try ground.epoll.change(connection.id, to: EPOLLOUT)
            // That the peer has gone is told all the same.
            case .wait: try ground.epoll.change(connection.id, to: nil)
            case .close: remove(connection)
            }
        } catch {
            remove(connection)
        }
    }

    private func remove(_ connection: PBXConnection<Session>) {
        // Closing takes the descriptor out of the epoll set, too.
        close(connection.id.descriptor)
        connections.remove(connection)
        desk.connections.noteClosed()
    }
}

// MARK: - Beginnings

extension PBXPort {
    /// Accepts those who wait in the backlog.
    func accept() {
        for _ in 0..<Self.acceptedAtOnce where !isFinishing {
            let descriptor = epoll_accept(listener)
            guard descriptor >= 0 else {
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { pauseAccepting() }
                return
            }
            guard connections.count < limits.connections else {
                close(descriptor)
                desk.connections.noteRefused()
                refusals.note(at: ground.now)
                continue
            }
            open(descriptor)
        }
    }

    private func open(_ descriptor: Int32) {
        if isTCP {
            // Every reply is written in one piece and waited for.
            var isOn: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        }
        let connection = PBXConnection<Session>(id: ground.name(descriptor), limits: limits, now: ground.now)
        desk.connections.noteOpened()
        connections.insert(connection)
        ground.check(at: connection.deadline)
        do throws(PBXListenerError) {
            try ground.epoll.add(connection.id)
        } catch {
            remove(connection)
        }
    }

    /// Where descriptors or memory have run out, those who wait stay in the backlog for a second.
    private func pauseAccepting() {
        ground.epoll.remove(listener)
        let again = ground.now + 1_000
        acceptsAgain = again
        ground.check(at: again)
    }

    private static func isTCP(_ descriptor: Int32) -> Bool {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
        }
        return isKnown && [sa_family_t(AF_INET), sa_family_t(AF_INET6)].contains(address.ss_family)
    }
}

// MARK: - Time

extension PBXPort {
    /// Closes what has been waited for too long, and says when to look again.
    func checkDeadlines() {
        if let again = acceptsAgain, !isFinishing {
            if ground.now >= again, (try? ground.epoll.add(ConnectionID(serial: 0, descriptor: listener))) != nil {
                acceptsAgain = nil
            } else {
                ground.check(at: max(again, ground.now + 1_000))
            }
        }
        for connection in connections.all {
            if ground.now < connection.deadline {
                ground.check(at: connection.deadline)
            } else if let next = connection.expire(ground.input, &ground.output, at: desk, now: ground.now) {
                settle(connection, next)
            } else {
                desk.connections.noteTimedOut()
                remove(connection)
            }
        }
    }
}
