import Routing
import Time

/// Measures the number table at 1,000,000 blocks and prints one line a kind of lookup: its name and nanoseconds.
@main
struct NumberTableBenchmark {
    static let slices = 15
    static let lookups = 200_000

    static func main() {
        var random = SeededGenerator(seed: 2026)
        let directory = DirectoryOfNumbers(using: &random)
        let table = NumberTable(singles: directory.singles, blocks: directory.blocks)
        let kinds: [(name: String, numbers: [PhoneNumber], isFound: Bool)] = [
            ("exact", directory.exact(lookups, using: &random), true),
            ("prefix", directory.inBlocks(lookups, using: &random), true),
            ("miss", directory.unowned(lookups, by: table, using: &random), false),
        ]
        for kind in kinds {
            let times = (0..<slices).map { _ in nanoseconds(of: table, kind.numbers, found: kind.isFound) }
            print(kind.name, times.sorted()[slices / 2])
        }
    }

    /// Nanoseconds a lookup, in one slice.
    static func nanoseconds(of table: NumberTable, _ numbers: [PhoneNumber], found: Bool) -> Double {
        var count = 0
        let time = ContinuousClock().measure {
            for number in numbers where table.entry(for: number) != nil { count += 1 }
        }
        guard count == (found ? numbers.count : 0) else { fatalError("The table answers wrongly.") }
        return Double(time.components.attoseconds) / 1e9 / Double(numbers.count)
    }
}

/// 900,000 single numbers, 90,000 ranges of a hundred and 10,000 prefixes, spread at random over one country.
struct DirectoryOfNumbers {
    var singles: [(number: PhoneNumber, entry: NumberTable.EntryID)] = []
    var blocks: [(block: NumberBlock, entry: NumberTable.EntryID)] = []

    init(using random: inout SeededGenerator) {
        var entry: NumberTable.EntryID = 0
        for _ in 0..<900_000 {
            guard let number = PhoneNumber(digits: .random(in: 31_100_000_000...31_999_999_999, using: &random)) else {
                continue
            }
            singles.append((number, entry))
            entry += 1
        }
        for _ in 0..<90_000 {
            let hundred = UInt64.random(in: 311_000_000...319_999_999, using: &random) * 100
            guard let first = PhoneNumber(digits: hundred), let last = PhoneNumber(digits: hundred + 99),
                let range = NumberBlock.DDIRange(first: first, last: last)
            else { continue }
            blocks.append((.range(range), entry))
            entry += 1
        }
        for _ in 0..<10_000 {
            guard let prefix = PhoneNumber(digits: .random(in: 31_100_000...31_999_999, using: &random)) else {
                continue
            }
            blocks.append((.prefix(prefix), entry))
            entry += 1
        }
    }

    func exact(_ count: Int, using random: inout SeededGenerator) -> [PhoneNumber] {
        (0..<count).compactMap { _ in singles.randomElement(using: &random)?.number }
    }

    /// Numbers inside a block, nearly all of which are no single number.
    func inBlocks(_ count: Int, using random: inout SeededGenerator) -> [PhoneNumber] {
        (0..<count).compactMap { _ in
            switch blocks.randomElement(using: &random)?.block {
            case .range(let range):
                PhoneNumber(digits: .random(in: range.first.digits...range.last.digits, using: &random))
            case .prefix(let prefix):
                PhoneNumber(digits: prefix.digits * 1_000 + .random(in: 0...999, using: &random))
            case .single, nil: nil
            }
        }
    }

    /// Numbers of the same country that nobody owns.
    func unowned(_ count: Int, by table: NumberTable, using random: inout SeededGenerator) -> [PhoneNumber] {
        var numbers: [PhoneNumber] = []
        while numbers.count < count {
            guard let number = PhoneNumber(digits: .random(in: 31_100_000_000...31_999_999_999, using: &random)),
                table.entry(for: number) == nil
            else { continue }
            numbers.append(number)
        }
        return numbers
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
