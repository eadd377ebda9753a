import Testing

@testable import Routing

@Suite struct BlockSweepTests {
    private static func stretches(_ blocks: [NumberBlock]) -> [BlockSweep.Stretch] {
        var sweep = BlockSweep(blocks)
        var stretches: [BlockSweep.Stretch] = []
        while let stretch = sweep.next() { stretches.append(stretch) }
        return stretches
    }

    @Test("no blocks have no stretches")
    func empty() {
        #expect(Self.stretches([]) == [])
    }

    @Test("a stretch begins where a block begins or ends, and has the blocks there, narrowest first")
    func nested() {
        let blocks = [block("3*"), block("315*"), block("3151-3152"), block("7*")]
        let unit: UInt64 = 100_000_000_000
        #expect(
            Self.stretches(blocks) == [
                .init(start: 3_000 * unit, blocks: [0]), .init(start: 3_150 * unit, blocks: [1, 0]),
                .init(start: 3_151 * unit, blocks: [2, 1, 0]), .init(start: 3_153 * unit, blocks: [1, 0]),
                .init(start: 3_160 * unit, blocks: [0]), .init(start: 4_000 * unit, blocks: []),
                .init(start: 7_000 * unit, blocks: [3]), .init(start: 8_000 * unit, blocks: []),
            ])
    }

    @Test("blocks that touch are not together on any stretch")
    func touching() {
        #expect(Self.stretches([block("31*"), block("32*")]).map(\.blocks) == [[0], [1], []])
    }

    @Test("conflicts are the overlapping pairs of equal width that a number can lie in", arguments: 0..<100)
    func conflicts(seed: UInt64) {
        var random = SeededGenerator(seed)
        let blocks = (0..<30).map { _ in
            let first = UInt64.random(in: 100...400, using: &random)
            let last = first + [9, 19, 99].randomElement(using: &random, orElse: 9)
            return Bool.random(using: &random)
                ? block("\(first / 10)*")
                : block(Bool.random(using: &random) ? "\(first)-\(last)" : "\(first)0-\(last)9")
        }
        var sweep = BlockSweep(blocks)
        while sweep.next() != nil {}
        var expected: Set<[Int]> = []
        for one in blocks.indices {
            for other in blocks.indices where one < other {
                let (first, second) = (blocks[one].paddedRange, blocks[other].paddedRange)
                let counts = Set([blocks[one].requiredCount, blocks[other].requiredCount].compactMap(\.self))
                if first.count == second.count, first.overlaps(second), counts.count < 2 {
                    expected.insert([one, other])
                }
            }
        }
        #expect(Set(sweep.conflicts.map { [$0.first, $0.second] }) == expected)
        #expect(sweep.conflicts.count == expected.count)
    }
}

extension Array {
    fileprivate func randomElement(using random: inout SeededGenerator, orElse other: Element) -> Element {
        randomElement(using: &random) ?? other
    }
}
