import Routing
import TestSupport
import Testing
import Time

@testable import Switchboard

@Suite("Wishes from desk phones that wait")
struct DeskPhoneQueueTests {
    private struct Sent: Equatable {
        let phone: String
        let number: Int
    }

    private func wish(
        _ phone: String, _ number: Int, user: UInt32? = 1_000, connection: UInt64
    ) throws -> DeskPhoneQueue.Wish {
        // The length stands for which one it is.
        DeskPhoneQueue.Wish(
            request: DeskPhoneRequest(
                phone: try #require(Extension(phone)), wish: .pause(Milliseconds.minutes(number))),
            peer: PBXPeer(socket: user == nil ? .fastagi : .pbx, user: user, connection: connection)
        ) { _ in }
    }

    private func sent(_ wish: DeskPhoneQueue.Wish) -> Sent {
        guard case .pause(let length) = wish.request.wish else { return Sent(phone: "", number: 0) }
        return Sent(phone: wish.request.phone.description, number: length.wholeSeconds / 60)
    }

    private func drain(_ queue: inout DeskPhoneQueue) -> [Sent] {
        var all: [Sent] = []
        while let next = queue.next() { all.append(sent(next)) }
        return all
    }

    @Test("one connection's are done in their order")
    func order() throws {
        var queue = DeskPhoneQueue()
        for number in 1...10 {
            let isTaken = queue.append(try wish(number.isMultiple(of: 3) ? "2102" : "2101", number, connection: 1))
            #expect(isTaken)
        }
        #expect(drain(&queue).map(\.number) == Array(1...10))
        #expect(queue.count == 0)
    }

    @Test("those of one phone are done in the order in which they came, whoever sent them")
    func phones() throws {
        var queue = DeskPhoneQueue()
        // The first user has a lot before the phone's first wish; the second user's would have its turn before.
        for number in 1...5 { _ = queue.append(try wish("2102", number, connection: 1)) }
        _ = queue.append(try wish("2101", 6, connection: 1))
        _ = queue.append(try wish("2101", 7, user: 1_001, connection: 2))
        _ = queue.append(try wish("2101", 8, user: nil, connection: 3))
        _ = queue.append(try wish("2103", 9, user: nil, connection: 4))
        let done = drain(&queue)
        #expect(done.filter { $0.phone == "2101" }.map(\.number) == [6, 7, 8])
        #expect(done.filter { $0.phone == "2102" }.map(\.number) == [1, 2, 3, 4, 5])
        #expect(done.firstIndex(of: Sent(phone: "2103", number: 9)) == 1)
    }

    @Test("a burst of one makes another wait for one wish at a time")
    func fair() throws {
        var queue = DeskPhoneQueue()
        for number in 1...16 { _ = queue.append(try wish("2101", number, connection: 1)) }
        for number in 17...32 { _ = queue.append(try wish("2102", number, connection: 2)) }
        for number in 33...35 { _ = queue.append(try wish("2103", number, user: 1_001, connection: 3)) }
        #expect(drain(&queue).map(\.number).prefix(8) == [1, 33, 17, 34, 2, 35, 18, 3])
    }

    @Test("more than a connection, a user and all may have waiting is refused")
    func bounds() throws {
        var queue = DeskPhoneQueue()
        var taken = 0
        for number in 1...100 where queue.append(try wish("2101", number, connection: 1)) { taken += 1 }
        #expect(taken == DeskPhoneQueue.perConnection)
        for number in 1...100 where queue.append(try wish("2101", number, connection: UInt64(1 + number))) {
            taken += 1
        }
        #expect(taken == DeskPhoneQueue.perUser)
        // Another user is not touched by that, and neither are those over TCP.
        let takesOther = queue.append(try wish("2101", 1, user: 1_001, connection: 500))
        #expect(takesOther)
        let takesTCP = queue.append(try wish("2101", 1, user: nil, connection: 501))
        #expect(takesTCP)
        for number in 0..<1_000 {
            _ = queue.append(try wish("2101", 1, user: UInt32(2_000 + number), connection: UInt64(1_000 + number)))
        }
        #expect(queue.count == DeskPhoneQueue.capacity)
        let first = queue.next()
        #expect(first.map(sent)?.number == 1)
        let takesLater = queue.append(try wish("2101", 2, user: 9_999, connection: 9_999))
        #expect(takesLater)
    }

    @Test("whatever comes, all that was taken is done, and each phone's and connection's in order", arguments: 0..<40)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var queue = DeskPhoneQueue()
        var taken: [Sent] = []
        var ofConnection: [UInt64: [Int]] = [:]
        var done: [Sent] = []
        for number in 1...1_000 {
            let phone = "21\(Int.random(in: 10...19, using: &random))"
            let connection = UInt64.random(in: 1...12, using: &random)
            if queue.append(try wish(phone, number, user: UInt32(connection % 3), connection: connection)) {
                taken.append(Sent(phone: phone, number: number))
                ofConnection[connection, default: []].append(number)
            }
            if Int.random(in: 0..<5, using: &random) > 1, let next = queue.next() { done.append(sent(next)) }
        }
        done += drain(&queue)
        #expect(Set(done.map(\.number)) == Set(taken.map(\.number)))
        #expect(done.count == taken.count)
        for phone in Set(taken.map(\.phone)) {
            #expect(done.filter { $0.phone == phone } == taken.filter { $0.phone == phone })
        }
        let places = Dictionary(uniqueKeysWithValues: done.enumerated().map { ($0.element.number, $0.offset) })
        for numbers in ofConnection.values {
            let order = numbers.compactMap { places[$0] }
            #expect(order == order.sorted())
        }
    }
}
