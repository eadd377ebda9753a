import Routing
import TestSupport
import Testing

@Suite struct NumberTableTests {
    /// Blocks in the order of their entries.
    private static func table(_ blocks: [NumberBlock]) -> NumberTable {
        var singles: [(number: PhoneNumber, entry: NumberTable.EntryID)] = []
        var wide: [(block: NumberBlock, entry: NumberTable.EntryID)] = []
        for (index, block) in blocks.enumerated() {
            if case .single(let number) = block {
                singles.append((number, NumberTable.EntryID(index)))
            } else {
                wide.append((block, NumberTable.EntryID(index)))
            }
        }
        return NumberTable(singles: singles, blocks: wide)
    }

    /// Looks at every block: of those that hold the number, the single one, else the narrowest, else the first.
    private static func owner(of number: PhoneNumber, in blocks: [NumberBlock]) -> NumberTable.EntryID? {
        let holding = blocks.indices.filter { blocks[$0].contains(number) }
        return holding.min { (width(blocks[$0]), $0) < (width(blocks[$1]), $1) }.map { NumberTable.EntryID($0) }
    }

    /// How much of all numbers, written with fifteen digits, a block takes; 0 for a single number.
    private static func width(_ block: NumberBlock) -> UInt64 {
        func unit(_ number: PhoneNumber) -> UInt64 {
            (number.count..<PhoneNumber.maximumDigitCount).reduce(1) { unit, _ in unit * 10 }
        }
        return switch block {
        case .single: 0
        case .range(let range): (range.last.digits - range.first.digits + 1) * unit(range.first)
        case .prefix(let prefix): unit(prefix)
        }
    }

    @Test("an empty table owns nothing", arguments: ["1", "31505550100", "999999999999999"])
    func empty(digits: String) {
        #expect(NumberTable().entry(for: number(digits)) == nil)
        #expect(NumberTable().count == 0)
    }

    @Test(
        "the longest match wins: single number, then the narrowest block",
        arguments: [
            ("31505551234", 0), ("31505551235", 1), ("31505551300", 2), ("31505552000", 3), ("31", 4), ("3151", 4),
            ("315055512345", 2), ("32", nil), ("3", nil), ("315055512", 2),
        ] as [(String, NumberTable.EntryID?)])
    func longest(digits: String, expected: NumberTable.EntryID?) {
        let blocks = ["31505551234", "31505551200-31505551299", "31505551*", "3150555*", "31*"].map { block($0) }
        #expect(Self.table(blocks).entry(for: number(digits)) == expected)
    }

    @Test("where two blocks partly overlap the narrower one has the common numbers")
    func partly() {
        let table = Self.table([block("31500-31549"), block("31540-31559")])
        #expect(table.entry(for: number("31539")) == 0)
        #expect(table.entry(for: number("31540")) == 1)
        #expect(table.entry(for: number("31549")) == 1)
        #expect(table.entry(for: number("31559")) == 1)
        #expect(table.entry(for: number("31560")) == nil)
    }

    @Test("ranges for numbers of different lengths lie over each other without harm")
    func lengths() {
        let table = Self.table([block("3150-3159"), block("31500-31599"), block("315000-315999")])
        #expect(table.entry(for: number("3155")) == 0)
        #expect(table.entry(for: number("31555")) == 1)
        #expect(table.entry(for: number("315555")) == 2)
        #expect(table.entry(for: number("3155555")) == nil)
    }

    @Test("the ends of the number space can be owned")
    func limits() {
        let table = Self.table([block("1*"), block("9*"), block("999999999999999"), block("100000000000000")])
        #expect(table.entry(for: number("1")) == 0)
        #expect(table.entry(for: number("199999999999999")) == 0)
        #expect(table.entry(for: number("200000000000000")) == nil)
        #expect(table.entry(for: number("999999999999998")) == 1)
        #expect(table.entry(for: number("999999999999999")) == 2)
        #expect(table.entry(for: number("100000000000000")) == 3)
    }

    @Test("of two claims with equal right the first stays")
    func first() {
        let table = Self.table([block("315*"), block("315*"), block("3161"), block("3161")])
        #expect(table.entry(for: number("3151")) == 0)
        #expect(table.entry(for: number("3161")) == 2)
        #expect(table.count == 4)
    }

    @Test("many single numbers next to each other are all found, and none besides")
    func neighbours() throws {
        let first: UInt64 = 31_500_000_000
        let numbers = (0..<5_000).compactMap { PhoneNumber(digits: first + 2 * $0) }
        let table = Self.table(numbers.map { .single($0) })
        for (index, number) in numbers.enumerated() {
            try #require(table.entry(for: number) == NumberTable.EntryID(index))
            try #require(PhoneNumber(digits: number.digits + 1).flatMap { table.entry(for: $0) } == nil)
        }
    }

    @Test("the owner is the one that looking at every block gives", arguments: 0..<200)
    func model(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let longest = [4, 6, 11, 15][Int(seed % 4)]
        let blocks = (0..<Int.random(in: 1...60, using: &random)).map { _ in Self.randomBlock(upTo: longest, &random) }
        let table = Self.table(blocks)
        var asked = blocks.flatMap { Self.edges($0) }
        asked += (0..<300).map { _ in Self.randomNumber(upTo: longest, &random) }
        for number in asked {
            try #require(table.entry(for: number) == Self.owner(of: number, in: blocks), "\(number) in \(blocks)")
        }
    }

    /// Digits from a small choice, so that many blocks nest and overlap.
    private static func randomNumber(upTo longest: Int, _ random: inout SeededGenerator) -> PhoneNumber {
        let count = Int.random(in: 1...longest, using: &random)
        let digits: UInt64 = (1..<count).reduce(UInt64.random(in: 1...3, using: &random)) { digits, _ in
            digits * 10 + UInt64.random(in: 0...2, using: &random) * 4
        }
        return PhoneNumber(digits: digits) ?? number("1")
    }

    private static func randomBlock(upTo longest: Int, _ random: inout SeededGenerator) -> NumberBlock {
        let number = randomNumber(upTo: longest, &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: return .single(number)
        case 1: return .prefix(number)
        default:
            let length: UInt64 = [1, 9, 10, 50, 99, 500].randomElement(using: &random) ?? 1
            let last = PhoneNumber(digits: number.digits + length)
            let range = last.flatMap { NumberBlock.DDIRange(first: number, last: $0) }
            return range.map { .range($0) } ?? .prefix(number)
        }
    }

    /// The first and the last number, their neighbours, and both with a digit more and one less.
    private static func edges(_ block: NumberBlock) -> [PhoneNumber] {
        let ends =
            switch block {
            case .single(let number), .prefix(let number): [number.digits]
            case .range(let range): [range.first.digits, range.last.digits]
            }
        return ends.flatMap { [$0 - 1, $0, $0 + 1, $0 * 10, $0 * 10 + 9, $0 / 10] }.compactMap {
            PhoneNumber(digits: $0)
        }
    }
}
