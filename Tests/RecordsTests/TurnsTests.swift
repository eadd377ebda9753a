import Foundation
import Synchronization
import Testing

@testable import Records

@Suite("Turns")
struct TurnsTests {
    @Test("turns come in their order, and those for whom somebody waits before all others")
    func order() throws {
        let turns = Turns()
        let had = Mutex<[String]>([])
        let group = DispatchGroup()
        try turns { () throws(LedgerError) in
            for (waiting, (name, isUrgent)) in [("first", false), ("second", false), ("urgent", true)].enumerated() {
                group.enter()
                Thread.detachNewThread {
                    #expect(throws: Never.self) {
                        try turns(isUrgent: isUrgent) { () throws(LedgerError) in had.withLock { $0.append(name) } }
                    }
                    group.leave()
                }
                while turns.waiting == waiting { Thread.sleep(forTimeInterval: 0.001) }
            }
            #expect(turns.ifFree {} == nil)
        }
        group.wait()
        #expect(had.withLock(\.self) == ["urgent", "first", "second"])
        #expect(turns.ifFree { 1 } == 1)
    }

    @Test("a turn is passed on by whoever fails")
    func failing() throws {
        let turns = Turns()
        #expect(throws: LedgerError.overtaken) { try turns { () throws(LedgerError) in throw .overtaken } }
        #expect(try turns { () throws(LedgerError) in 2 } == 2)
    }
}
