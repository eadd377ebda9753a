import CEpoll
import Glibc

/// Waits for all connections of a listener at once and serves those where something happened.
final class ConnectionLoop {
    private let listener: Int32
    private let epoll: Int32
    private let bell: LoopBell
    private let desk: RESPDesk
    private let limits: PBXLimits
    private var refusals: RefusalLog
    /// By their descriptors.
    private var connections: [Int32: PBXConnection] = [:]
    private var lastID: UInt64 = 0
    /// Room for one read of any connection.
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    /// The replies to one read of any connection.
    private var output = ReplyBuffer(capacity: 65_536)
    /// Milliseconds of a clock that only goes forward.
    private var now: Int64 = 0
    /// When deadlines are looked at next.
    private var nextCheck = Int64.max
    /// When accepting goes on after descriptors have run out.
    private var acceptsAgain: Int64?
    /// When the last connection must be gone; nil before the end begins.
    private var end: Int64?

    init(
        listener: Int32, bell: LoopBell, desk: RESPDesk, limits: PBXLimits,
        reportRefusals: @escaping PBXListener.RefusalReport
    ) throws(PBXListenerError) {
        self.listener = listener
        self.bell = bell
        self.desk = desk
        self.limits = limits
        refusals = RefusalLog(report: reportRefusals)
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw PBXListenerError("epoll_create1") }
        guard fcntl(listener, F_SETFL, fcntl(listener, F_GETFL) | O_NONBLOCK) == 0 else {
            throw PBXListenerError("fcntl")
        }
        try watch(bell.descriptor, EPOLL_CTL_ADD, EPOLLIN)
        try watch(listener, EPOLL_CTL_ADD, EPOLLIN)
    }

    deinit {
        for descriptor in connections.keys {
            close(descriptor)
            desk.connections.noteClosed()
        }
        close(listener)
        if epoll >= 0 { close(epoll) }
        input.deallocate()
    }

    func run() throws(PBXListenerError) {
        var events = [epoll_event](repeating: epoll_event(), count: 64)
        while !isOver {
            let count = epoll_wait(epoll, &events, Int32(events.count), patience)
            guard count >= 0 || errno == EINTR else { throw PBXListenerError("epoll_wait") }
            now = Self.clock()
            for event in events.prefix(max(Int(count), 0)) {
                switch event.data.fd {
                case bell.descriptor:
                    switch bell.answer() {
                    case .goOn: break
                    case .shutDown: finish()
                    case .close: return
                    }
                case listener: accept()
                case let descriptor: serve(descriptor)
                }
            }
            if now >= nextCheck { checkDeadlines() }
        }
    }

    private func serve(_ descriptor: Int32) {
        guard let connection = connections[descriptor] else { return }
        settle(connection, connection.serve(input, &output, at: desk, now: now))
    }

    private func settle(_ connection: PBXConnection, _ next: PBXConnection.Next) {
        nextCheck = min(nextCheck, connection.deadline)
        guard next != connection.awaited else { return }
        do throws(PBXListenerError) {
            switch next {
            case .read: try watch(connection.descriptor, EPOLL_CTL_MOD, EPOLLIN)
            case .send: try watch(connection.descriptor, EPOLL_CTL_MOD, EPOLLOUT)
            case .close: remove(connection)
            }
            connection.awaited = next
        } catch {
            remove(connection)
        }
    }

    private func remove(_ connection: PBXConnection) {
        // Closing takes the descriptor out of the epoll set, too.
        close(connection.descriptor)
        connections[connection.descriptor] = nil
        desk.connections.noteClosed()
    }

    private func watch(
        _ descriptor: Int32, _ operation: Int32, _ events: EPOLL_EVENTS
    ) throws(PBXListenerError) {
        var event = epoll_event(events: events.rawValue, data: epoll_data_t(fd: descriptor))
        guard epoll_ctl(epoll, operation, descriptor, &event) == 0 else { throw PBXListenerError("epoll_ctl") }
    }
}

// MARK: - Beginnings

extension ConnectionLoop {
    private func accept() {
        while end == nil {
            let descriptor = epoll_accept(listener)
            guard descriptor >= 0 else {
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { pauseAccepting() }
                return
            }
            guard connections.count < limits.connections else {
                close(descriptor)
                desk.connections.noteRefused()
                refusals.note(at: now)
                continue
            }
            open(descriptor)
        }
    }

    private func open(_ descriptor: Int32) {
        lastID &+= 1
        let connection = PBXConnection(descriptor: descriptor, id: lastID, limits: limits, now: now)
        desk.connections.noteOpened()
        connections[descriptor] = connection
        nextCheck = min(nextCheck, connection.deadline)
        do throws(PBXListenerError) {
            try watch(descriptor, EPOLL_CTL_ADD, EPOLLIN)
        } catch {
            remove(connection)
        }
    }

    /// Where descriptors or memory have run out, those who wait stay in the backlog for a second.
    private func pauseAccepting() {
        _ = epoll_ctl(epoll, EPOLL_CTL_DEL, listener, nil)
        let again = now + 1_000
        acceptsAgain = again
        nextCheck = min(nextCheck, again)
    }
}

// MARK: - Time and the end

extension ConnectionLoop {
    private var isOver: Bool {
        guard let end else { return false }
        return connections.isEmpty || now >= end
    }

    /// How long to wait for events, in milliseconds as epoll_wait takes them; -1 for ever.
    private var patience: Int32 {
        let until = min(nextCheck, end ?? .max)
        // The clock moves in steps of some milliseconds, so that waking too early would be waking twice.
        return until == .max ? -1 : Int32(clamping: max(until - now, 0) + 5)
    }

    private func checkDeadlines() {
        nextCheck = .max
        if let again = acceptsAgain, end == nil {
            if now >= again, (try? watch(listener, EPOLL_CTL_ADD, EPOLLIN)) != nil {
                acceptsAgain = nil
            } else {
                nextCheck = max(again, now + 1_000)
            }
        }
        for connection in Array(connections.values) {
            if now >= connection.deadline {
                desk.connections.noteTimedOut()
                remove(connection)
            } else {
                nextCheck = min(nextCheck, connection.deadline)
            }
        }
    }

    private func finish() {
        guard end == nil else { return }
        end = now + limits.shutdown
        if acceptsAgain == nil { _ = epoll_ctl(epoll, EPOLL_CTL_DEL, listener, nil) }
        for connection in Array(connections.values) {
            settle(connection, connection.finish(input, &output, at: desk))
        }
    }

    private static func clock() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
