import CEpoll
import Glibc

/// What the ports of one loop share: the epoll set, the rooms for bytes, and the time.
final class LoopGround {
    /// Deadlines are looked at no more often than this, in milliseconds, however many there are.
    private static let checkInterval: Int64 = 20

    let epoll: Epoll
    /// Room for one read of any connection.
    let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    /// The replies to one read of any connection.
    var output = ReplyBuffer(capacity: 65_536)
    /// Who waits to be served.
    var turns = FairTurns()
    /// When the loop woke up last.
    private(set) var time = LoopTime.now
    /// The same in milliseconds.
    var now: Int64 { time.milliseconds }
    /// When deadlines are looked at next.
    private(set) var nextCheck = Int64.max
    private var lastCheck: Int64 = 0
    private var lastSerial: UInt32 = 0
    private let heartbeat: PBXListener.Heartbeat?
    /// When the heart beats next, in milliseconds; never where there is none.
    private(set) var nextBeat: Int64

    init(_ heartbeat: PBXListener.Heartbeat?) throws(PBXListenerError) {
        self.heartbeat = heartbeat
        nextBeat = heartbeat == nil ? .max : 0
        epoll = try Epoll()
    }

    deinit {
        input.deallocate()
    }

    /// Names a new connection. No name comes back before four thousand million connections.
    func name(_ descriptor: Int32) -> ConnectionID {
        lastSerial = lastSerial == .max ? 1 : lastSerial + 1
        return ConnectionID(serial: lastSerial, descriptor: descriptor)
    }

    func readClock() {
        time = LoopTime.now
        if now >= nextBeat { beat() }
    }

    private func beat() {
        guard let heartbeat else { return }
        nextBeat = now + heartbeat.interval
        heartbeat.beat()
    }

    /// Has deadlines looked at when that one has passed, or soon after.
    func check(at deadline: Int64) {
        if deadline < nextCheck { nextCheck = max(deadline, lastCheck + Self.checkInterval) }
    }

    /// Whether it is time to look at deadlines. If so, whoever has one tells it again.
    func startCheck() -> Bool {
        guard now >= nextCheck else { return false }
        nextCheck = .max
        lastCheck = now
        return true
    }
}

/// An epoll set (epoll(7)), level-triggered.
final class Epoll {
    let descriptor: Int32

    init() throws(PBXListenerError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw PBXListenerError("epoll_create1") }
    }

    deinit {
        close(descriptor)
    }

    /// Waits for these events, and for errors and the peer's end in any case.
    func add(_ id: ConnectionID, for events: [EPOLL_EVENTS] = [EPOLLIN]) throws(PBXListenerError) {
        try control(EPOLL_CTL_ADD, id, events)
    }

    /// Waits for other events.
    func change(_ id: ConnectionID, to events: [EPOLL_EVENTS]) throws(PBXListenerError) {
        try control(EPOLL_CTL_MOD, id, events)
    }

    func remove(_ descriptor: Int32) {
        _ = epoll_ctl(self.descriptor, EPOLL_CTL_DEL, descriptor, nil)
    }

    private func control(
        _ operation: Int32, _ id: ConnectionID, _ events: [EPOLL_EVENTS]
    ) throws(PBXListenerError) {
        var event = epoll_event(events: events.reduce(0) { $0 | $1.rawValue }, data: epoll_data_t(u64: id.bits))
        guard epoll_ctl(descriptor, operation, id.descriptor, &event) == 0 else {
            throw PBXListenerError("epoll_ctl")
        }
    }

    /// Whether nobody is at the other end any more.
    static func isGone(_ descriptor: Int32) -> Bool {
        var state = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&state, 1, 0) > 0
    }
}
