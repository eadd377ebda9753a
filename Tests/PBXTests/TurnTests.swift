import Routing
import Sockets
import Testing

@testable import PBX

@Suite("One connection's turn")
struct TurnTests {
    @Test("the first request is always dealt with, and so many in all")
    func count() {
        var turn = Turn(end: .max, limit: 3)
        var allowed: [Bool] = []
        for _ in 0..<5 { allowed.append(turn.allowsAnother()) }
        #expect(allowed == [true, true, true, false, false])
        #expect(turn.isOver)
        var none = Turn(end: 0, limit: 0)
        let isFirst = none.allowsAnother()
        #expect(isFirst && !none.isOver)
        let isSecond = none.allowsAnother()
        #expect(!isSecond && none.isOver)
    }

    @Test("after its time it ends before the fifth request, whatever those before it cost")
    func time() {
        var turn = Turn(end: 0, limit: .max)
        var count = 0
        while count < 1_000, turn.allowsAnother() { count += 1 }
        #expect(count == 4)
    }

    @Test("who shares with nobody goes on for ever")
    func endless() {
        var turn = Turn.endless
        var count = 0
        while count < 10_000, turn.allowsAnother() { count += 1 }
        #expect(count == 10_000)
    }

    @Test("what does not fit into a turn is held, and answered in the next, in order", arguments: [1, 2, 5, 512])
    func held(limit: Int) throws {
        var session = RESPSession(id: ConnectionID(serial: 1, descriptor: 1), user: 1_000)
        let counters = SocketCounters()
        let ledger = TestLedger()
        let desk = SessionDesk(
            calls: try TestDesk.make(ledger), counters: counters, fastAGI: counters,
            mailbox: DeskMailbox(bell: try LoopBell()), token: TestDesk.token, socket: .pbx)
        let count = 600
        let text = (0..<count).map { "ECHO \($0)\n" }.joined()
        var output = ReplyBuffer()
        var replies = ""
        var turns = 1
        output.turn = Turn(end: .max, limit: limit)
        var outcome = Array(text.utf8).withUnsafeBytes { session.receive($0, at: desk, into: &output) }
        while outcome == .held {
            #expect(output.turn.isOver)
            replies += output.withBytes { String(decoding: $0, as: UTF8.self) }
            output.removeAll()
            output.turn = Turn(end: .max, limit: limit)
            outcome = session.resume(isLate: false, at: desk, into: &output)
            turns += 1
        }
        replies += output.withBytes { String(decoding: $0, as: UTF8.self) }
        #expect(replies == (0..<count).map { bulk("\($0)") }.joined())
        #expect(turns == (count + limit - 1) / limit)
    }

    @Test("what is left of a peer that has gone is gone through turn by turn, too")
    func dropped() throws {
        var session = RESPSession(id: ConnectionID(serial: 1, descriptor: 1), user: 1_000)
        let counters = SocketCounters()
        let ledger = TestLedger()
        let desk = SessionDesk(
            calls: try TestDesk.make(ledger), counters: counters, fastAGI: counters,
            mailbox: DeskMailbox(bell: try LoopBell()), token: TestDesk.token, socket: .pbx)
        session.pending = Array((0..<20).map { "ENDED \($0) BUSY\nROUTE 1 2 3\n" }.joined().utf8)
        var turns = 0
        while !session.pending.isEmpty, turns < 100 {
            var turn = Turn(end: .max, limit: 4)
            session.drop(UnsafeRawBufferPointer(start: nil, count: 0), as: .gone, at: desk, turn: &turn)
            turns += 1
            #expect(ledger.texts.count == turns * 2)
        }
        #expect(turns == 10)
        #expect(ledger.texts == (0..<20).map { "\($0) ended busy" })
        #expect(counters.dropped.figures.gone == 20)
    }
}
