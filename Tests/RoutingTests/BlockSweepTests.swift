import TestSupport
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

    @Test(
        "overlaps are all pairs that a number can lie in, each told by how the two lie to each other",
        arguments: 0..<100)
    func overlaps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let blocks = (0..<30).map { _ in
            let first = UInt64.random(in: 100...400, using: &random)
            let last = first + [9, 19, 99].randomElement(using: &random, orElse: 9)
            return Bool.random(using: &random)
                ? block("\(first / 10)*")
                : block(Bool.random(using: &random) ? "\(first)-\(last)" : "\(first)0-\(last)9")
        }
        var sweep = BlockSweep(blocks)
        while sweep.next() != nil {}
        var same: Set<[Int]> = []
        var crossing: Set<[Int]> = []
        var parents: [Int: Int] = [:]
        for one in blocks.indices {
            for other in blocks.indices where one != other {
                let (first, second) = (blocks[one].paddedRange, blocks[other].paddedRange)
                guard first.overlaps(second), blocks[one].digitCounts.overlaps(blocks[other].digitCounts) else {
                    continue
                }
                if first == second {
                    same.insert([min(one, other), max(one, other)])
                } else if first.lowerBound <= second.lowerBound, second.upperBound <= first.upperBound {
                    parents[other] = min(parents[other] ?? .max, first.count)
                } else if second.lowerBound < first.lowerBound || first.upperBound < second.upperBound,
                    !(second.lowerBound <= first.lowerBound && first.upperBound <= second.upperBound)
                {
                    crossing.insert([min(one, other), max(one, other)])
                }
            }
        }
        func found(_ kind: BlockSweep.Overlap) -> [[Int]] {
            sweep.overlaps.filter { $0.kind == kind }.map { [$0.first, $0.second] }
        }
        #expect(Set(found(.same)) == same)
        #expect(found(.same).count == same.count)
        #expect(Set(found(.crossing)) == crossing)
        #expect(found(.crossing).count == crossing.count)
        let nested = Dictionary(found(.nested).map { ($0[1], blocks[$0[0]].paddedRange.count) }) { $1 }
        #expect(nested == parents)
        #expect(found(.nested).count == parents.count)
    }

    @Test("blocks that lie over too many others are told, once")
    func deep() {
        let blocks = (0..<300).map { block("31505\(100_000 + $0)-31505\(999_999 - $0)") }
        var sweep = BlockSweep(blocks)
        while sweep.next() != nil {}
        #expect(sweep.isTooDeep)
        #expect(sweep.overlaps.filter { $0.kind == .deep }.map(\.second) == [100])
    }
}

extension Array {
    fileprivate func randomElement(using random: inout SeededGenerator, orElse other: Element) -> Element {
        randomElement(using: &random) ?? other
    }
}
