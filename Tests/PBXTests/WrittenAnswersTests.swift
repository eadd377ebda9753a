import Routing
import Testing
import Time

@testable import PBX

@Suite("WrittenAnswers")
struct WrittenAnswersTests {
    private func answer(from caller: String) throws -> Decision.Answer {
        let table = try #require(TestDesk.table)
        let (caller, called) = (try #require(PhoneNumber(caller)), try #require(PhoneNumber("31880001234")))
        return table.decide(
            Call(caller: .number(caller), called: .number(called)), at: Instant(clamping: 1_790_000_000_000)
        ).answer
    }

    private func text(_ body: (inout ReplyBuffer) -> Void) -> String {
        var output = ReplyBuffer(capacity: 64)
        body(&output)
        return output.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test("what is copied is what would be written, but for the decision's name")
    func copied() throws {
        let answers = try ["31505551000", "31612345678", "31201234567"].map(answer)
        var output = ReplyBuffer(capacity: 64)
        for number in [1, 0x1F, 1 << 20, .max, 0x0123_4567_89AB_CDEF] as [UInt64] {
            for answer in answers {
                output.removeAll()
                let call = RoutedCall(id: DecisionID(number: number), decision: answer)
                output.route(call)
                #expect(
                    output.withBytes { String(decoding: $0, as: UTF8.self) } == text { $0.write { $0.route(call) } })
            }
        }
    }

    @Test("replies one behind the other are all there, however little room there was")
    func behind() throws {
        let answer = try answer(from: "31612345678")
        let calls = (1...40 as ClosedRange<UInt64>).map {
            RoutedCall(id: DecisionID(number: $0 << 20), decision: answer)
        }
        #expect(
            text { output in for call in calls { output.route(call) } }
                == calls.map { call in text { $0.write { $0.route(call) } } }.joined())
    }

    @Test("of more answers than there is room for each is written still")
    func many() throws {
        let one = try answer(from: "31612345678")
        // One in the place of another is never taken for it.
        let answers = (0..<3 * WrittenAnswers.capacity).map { _ in try? answer(from: "31505551000") }.compactMap(\.self)
        var output = ReplyBuffer()
        for other in answers {
            output.removeAll()
            output.route(RoutedCall(id: DecisionID(number: 1), decision: other))
            output.removeAll()
            output.route(RoutedCall(id: DecisionID(number: 2), decision: one))
        }
        let call = RoutedCall(id: DecisionID(number: 3), decision: one)
        output.removeAll()
        output.route(call)
        #expect(output.withBytes { String(decoding: $0, as: UTF8.self) } == text { $0.write { $0.route(call) } })
    }
}
