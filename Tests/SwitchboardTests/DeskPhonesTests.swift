import Logging
import Routing
import Synchronization
import TestSupport
import Testing
import Time

@testable import Switchboard

@Suite("What agents wish from their desk phones")
struct DeskPhonesTests {
    private static func peer(_ connection: UInt64, user: UInt32? = 1_000) -> PBXPeer {
        PBXPeer(socket: .pbx, user: user, connection: connection)
    }

    private func request(_ phone: String, _ wish: DeskPhoneRequest.Wish) throws -> DeskPhoneRequest {
        DeskPhoneRequest(phone: try #require(Extension(phone)), wish: wish)
    }

    private static func quiet(_ kept: KeptLines = KeptLines()) -> Logger {
        Logger(label: "test") { _ in KeepingHandler(lines: kept) }
    }

    @Test("sick and back, however fast, are done one after the other in their order")
    func order() async throws {
        let done = Mutex<[DeskPhoneRequest.Wish]>([])
        let running = Mutex(0)
        let phones = DeskPhones(logger: Self.quiet()) { request, _ in
            running.withLock { $0 += 1 }
            await Task.yield()
            running.withLock { running in
                #expect(running == 1)
                running -= 1
            }
            done.withLock { $0.append(request.wish) }
            return DeskPhoneAnswer(sentence: "", state: "available")
        }
        let answers = Mutex(0)
        let run = Task { await phones.run() }
        for _ in 0..<8 {
            for wish in [DeskPhoneRequest.Wish.sick, .back] {
                phones.ask(try request("2101", wish), from: Self.peer(1)) { _ in answers.withLock { $0 += 1 } }
            }
        }
        phones.finish()
        await run.value
        #expect(done.withLock { $0 } == Array(repeating: [.sick, .back], count: 8).flatMap(\.self))
        #expect(answers.withLock { $0 } == 16)
    }

    @Test("what is too much is refused at once and told in the journal, and what was taken is done after the end")
    func refused() async throws {
        let kept = KeptLines()
        let phones = DeskPhones(logger: Self.quiet(kept), language: { .nl }) { _, _ in
            DeskPhoneAnswer(sentence: "", state: "sickness")
        }
        let answers = Mutex<[String]>([])
        let refusals = Mutex<Set<String>>([])
        for _ in 0..<100 {
            phones.ask(try request("2101", .sick), from: Self.peer(1)) { answer in
                answers.withLock { $0.append(answer.state) }
                refusals.withLock { _ = $0.insert(answer.sentence) }
            }
        }
        #expect(refusals.withLock { $0 } == ["Te veel tegelijk, probeer het later nog eens"])
        #expect(answers.withLock { $0 } == Array(repeating: "refused", count: 100 - DeskPhoneQueue.perConnection))
        phones.finish()
        phones.ask(try request("2101", .sick), from: Self.peer(2)) { answer in
            answers.withLock { $0.append(answer.state) }
        }
        await phones.run()
        #expect(answers.withLock { $0.count { $0 == "sickness" } } == DeskPhoneQueue.perConnection)
        #expect(kept.lines.count == 1)
        #expect(kept.lines.first?.metadata["uid"] == "1000")
    }
}
