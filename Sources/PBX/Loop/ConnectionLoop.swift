import CEpoll
import Glibc
import Routing
import Time

/// Waits for all connections of all ports at once and serves those where something happened.
final class ConnectionLoop {
    private let ground: LoopGround
    private let bell: LoopBell
    private let alarm: LoopAlarm
    private let mailbox: DeskMailbox
    private let pbx: PBXPort<RESPSession>
    private let fastAGI: PBXPort<FastAGISession>?
    /// When the last connection must be gone; nil before the end begins.
    private var end: Int64?

    init(_ setup: PBXListener.Setup) throws(PBXListenerError) {
        bell = setup.bell
        mailbox = DeskMailbox(bell: bell)
        ground = try LoopGround(setup.heartbeat)
        alarm = try LoopAlarm()
        try ground.epoll.add(ConnectionID(serial: 0, descriptor: bell.descriptor))
        try ground.epoll.add(ConnectionID(serial: 0, descriptor: alarm.descriptor))
        pbx = try PBXPort(
            setup.pbx.listening,
            desk: setup.desk(.pbx, setup.counters, mailbox),
            limits: setup.pbx.limits, ground: ground, refusals: setup.pbx.refusals,
            incidents: setup.pbx.incidents)
        if let socket = setup.fastAGI {
            fastAGI = try PBXPort(
                socket.listening,
                desk: setup.desk(.fastagi, setup.fastAGICounters, mailbox),
                limits: socket.limits, ground: ground, refusals: socket.refusals,
                incidents: socket.incidents)
        } else {
            fastAGI = nil
        }
    }

    func run() throws(PBXListenerError) {
        // As many as there may be on the PBX socket: whoever has many of them ready hides nobody.
        var events = [epoll_event](repeating: epoll_event(), count: 512)
        ground.readClock()
        while !isOver {
            alarm.set(min(ground.nextCheck, ground.nextBeat, end ?? .max))
            let count = epoll_wait(
                ground.epoll.descriptor, &events, Int32(events.count), ground.turns.isEmpty ? -1 : 0)
            guard count >= 0 || errno == EINTR else { throw PBXListenerError("epoll_wait") }
            ground.readClock()
            let isAlone = count == 1 && ground.turns.isEmpty
            for event in events.prefix(max(Int(count), 0)) {
                let id = ConnectionID(bits: event.data.u64)
                if id.serial > 0 {
                    if !pbx.notice(id, event.events, isAlone: isAlone) {
                        _ = fastAGI?.notice(id, event.events, isAlone: isAlone)
                    }
                } else if id.descriptor == bell.descriptor {
                    switch bell.answer() {
                    case .goOn: break
                    case .shutDown: finish()
                    case .close: return
                    }
                    deliver()
                } else if id.descriptor == alarm.descriptor {
                    alarm.answer()
                } else if id.descriptor == pbx.listener {
                    pbx.accept()
                } else {
                    fastAGI?.accept()
                }
            }
            serveTurns()
            if ground.startCheck() {
                pbx.checkDeadlines()
                fastAGI?.checkDeadlines()
            }
        }
        pbx.leave()
        fastAGI?.leave()
    }

    /// How long those who wait are served, in nanoseconds, before the loop looks who has come meanwhile.
    private static let roundLength: Int64 = 2_000_000

    /// Serves those who wait, one after the other in fair order.
    private func serveTurns() {
        guard !ground.turns.isEmpty else { return }
        let start = ground.time.nanoseconds
        while let id = ground.turns.next() {
            let before = ground.time.nanoseconds
            if !pbx.serve(id) { _ = fastAGI?.serve(id) }
            ground.readClock()
            ground.turns.charge(ground.time.nanoseconds - before)
            guard ground.time.nanoseconds - start < Self.roundLength else { return }
        }
    }

    /// Passes on what the desk has answered since.
    private func deliver() {
        for letter in mailbox.empty() where !pbx.deliver(letter) { _ = fastAGI?.deliver(letter) }
    }

    private var isOver: Bool {
        guard let end else { return false }
        return ground.now >= end || pbx.isEmpty && fastAGI?.isEmpty != false
    }

    private func finish() {
        guard end == nil else { return }
        end = ground.now + max(pbx.limits.shutdown, fastAGI?.limits.shutdown ?? 0)
        pbx.finish()
        fastAGI?.finish()
    }
}
