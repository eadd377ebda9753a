import TestSupport
import Testing

@testable import PBX

@Suite("Who is served next")
struct FairTurnsTests {
    private func id(_ number: Int) -> ConnectionID {
        ConnectionID(serial: UInt32(number), descriptor: Int32(number))
    }

    /// Serves so many, each of whom costs that much and waits again.
    private func serve(
        _ count: Int, from turns: inout FairTurns, _ users: [Int: UInt32?], cost: (Int) -> Int64
    ) -> [Int] {
        (0..<count).compactMap { _ in
            guard let next = turns.next() else { return nil }
            let number = Int(next.serial)
            turns.charge(cost(number))
            if let user = users[number] { turns.append(next, of: user) }
            return number
        }
    }

    private func expectNext(
        _ turns: inout FairTurns, _ expected: ConnectionID?, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let next = turns.next()
        #expect(next == expected, sourceLocation: sourceLocation)
    }

    @Test("the connections of one user are served in the order in which they came")
    func oneUser() {
        var turns = FairTurns()
        expectNext(&turns, nil)
        for number in 1...200 { turns.append(id(number), of: 1_000) }
        #expect(turns.count == 200)
        let served = serve(201, from: &turns, [:]) { _ in 10_000 }
        #expect(served == Array(1...200))
        #expect(turns.isEmpty)
        expectNext(&turns, nil)
    }

    @Test("one who came last is served after one share of another who has hundreds waiting")
    func newcomer() {
        var turns = FairTurns()
        for number in 1...380 { turns.append(id(number), of: 1_000) }
        turns.append(id(999), of: 1_001)
        // Each costs a quarter of a share.
        let served = serve(10, from: &turns, [:]) { $0 == 999 ? 1_000 : FairTurns.share / 4 }
        #expect(served == [1, 2, 3, 4, 999, 5, 6, 7, 8, 9])
    }

    @Test("one whose requests are dear gets as much time as one whose requests are cheap, and no more")
    func shares() {
        var turns = FairTurns()
        var time: [Int: Int64] = [:]
        let users: [Int: UInt32?] = [1: 1_000, 2: 1_000, 3: 1_000, 4: 1_001, 5: nil]
        for (number, user) in users.sorted(by: { $0.key < $1.key }) { turns.append(id(number), of: user) }
        let costs: [Int: Int64] = [1: 3_000_000, 2: 700_000, 3: 50_000, 4: 20_000, 5: 250_000]
        for number in serve(50_000, from: &turns, users, cost: { costs[$0] ?? 0 }) {
            time[number, default: 0] += costs[number] ?? 0
        }
        let ofMany = (time[1] ?? 0) + (time[2] ?? 0) + (time[3] ?? 0)
        for other in [time[4] ?? 0, time[5] ?? 0] {
            // The dearest request is three shares.
            #expect(abs(ofMany - other) <= 4 * FairTurns.share, "\(time)")
        }
        #expect((time[1] ?? 0) > 0 && (time[2] ?? 0) > 0 && (time[3] ?? 0) > 0)
    }

    @Test("who took ten shares at once has the others served ten times before him")
    func debt() {
        var turns = FairTurns()
        turns.append(id(1), of: 1_000)
        turns.append(id(2), of: 1_001)
        let served = serve(13, from: &turns, [1: 1_000, 2: 1_001]) { $0 == 1 ? 10 * FairTurns.share : FairTurns.share }
        #expect(served == [1] + Array(repeating: 2, count: 10) + [1, 2])
    }

    @Test("alone, one is served whatever he took, and owes nothing when he has had nothing waiting")
    func alone() {
        var turns = FairTurns()
        turns.append(id(1), of: 1_000)
        let served = serve(5, from: &turns, [1: 1_000]) { _ in 1_000 * FairTurns.share }
        #expect(served == [1, 1, 1, 1, 1])
        _ = turns.next()
        turns.charge(1_000 * FairTurns.share)
        turns.append(id(2), of: 1_001)
        expectNext(&turns, id(2))
        turns.append(id(1), of: 1_000)
        turns.append(id(3), of: 1_001)
        turns.charge(FairTurns.share)
        expectNext(&turns, id(1))
    }

    @Test("however they come and cost, everybody is served once for each time that he waits", arguments: 0..<30)
    func property(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var turns = FairTurns()
        var waiting: [Int: [Int]] = [:]
        var last = 0
        for _ in 0..<3_000 {
            if Int.random(in: 0..<5, using: &random) < 3 {
                last += 1
                let user = Int.random(in: 0..<120, using: &random)
                turns.append(id(last), of: user == 0 ? nil : UInt32(user))
                waiting[user, default: []].append(last)
            } else if let served = turns.next() {
                let user = waiting.first { $0.value.first == Int(served.serial) }?.key
                #expect(user != nil, "each user's come in their order")
                waiting[user ?? 0]?.removeFirst()
                turns.charge(Int64.random(in: 0..<3 * FairTurns.share, using: &random))
            }
            #expect(turns.count == waiting.values.reduce(0) { $0 + $1.count })
        }
        while let served = turns.next() {
            turns.charge(1)
            let user = waiting.first { $0.value.first == Int(served.serial) }?.key
            #expect(user != nil)
            waiting[user ?? 0]?.removeFirst()
        }
        #expect(waiting.values.allSatisfy { $0.isEmpty })
    }
}
