import Foundation
import Records
import Routing
import Synchronization
import Time

/// A roster that is slow to write: each change waits until it is let go. Reading is as quick as ever.
final class SlowRoster: RosterRecords {
    private let base: any RosterRecords
    private let gate = DispatchSemaphore(value: 0)
    private let waiting = Mutex(0)

    init(_ base: any RosterRecords) {
        self.base = base
    }

    /// How many changes wait at this moment.
    var writing: Int { waiting.withLock { $0 } }

    /// Lets a change go on, this one or the next that comes.
    func letGo() { gate.signal() }

    private func pass() {
        waiting.withLock { $0 += 1 }
        gate.wait()
        waiting.withLock { $0 -= 1 }
    }

    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster {
        try base.load(from: instant, ended: limit)
    }

    func roster(at instant: Instant) throws(LedgerError) -> Roster { try base.roster(at: instant) }

    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? { try base.endedAbsence(id) }

    func requests(from instant: Instant) throws(LedgerError) -> [LeaveRequest] { try base.requests(from: instant) }

    func write<Value>(
        _ writing: RosterWriting, look: ([Int64]) -> (value: Value, events: [NewEvent])
    ) throws(LedgerError) -> (numbers: [Int64], value: Value) {
        pass()
        return try base.write(writing, look: look)
    }
}
