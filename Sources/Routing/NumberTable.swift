/// Who owns a number: the longest match among single numbers, DDI ranges and prefixes.
///
/// Single numbers are in an open-addressing table keyed by packed digits: most lookups touch one cache line. Blocks are flattened into
/// disjoint sorted segments behind an index by leading bits; each segment lists its candidates from the narrowest to the widest.
package struct NumberTable: Sendable {
    /// An entry's number in the order in which entries were given.
    package typealias EntryID = UInt32

    private let singles: SingleNumbers
    private let blocks: BlockSegments
    /// How many entries the table was made from.
    package let count: Int

    /// A table with no numbers.
    package init() {
        self.init(singles: [], blocks: [])
    }

    /// Compiles the table.
    ///
    /// - Parameters:
    ///   - singles: Whole numbers and their entries; where a number occurs twice, the first stays.
    ///   - blocks: Ranges and prefixes and their entries; where two of equal width overlap, the first stays.
    package init(singles: [(number: PhoneNumber, entry: EntryID)], blocks: [(block: NumberBlock, entry: EntryID)]) {
        self.singles = SingleNumbers(singles)
        self.blocks = BlockSegments(blocks)
        count = singles.count + blocks.count
    }

    /// The entry that owns a number: the single number, else the narrowest block.
    package func entry(for number: PhoneNumber) -> EntryID? {
        singles.entry(for: number.digits) ?? blocks.entry(for: number)
    }

    /// The narrowest range or prefix that a number is in, whoever owns the number itself.
    func block(around number: PhoneNumber) -> EntryID? { blocks.entry(for: number) }
}

/// Whole numbers in an open-addressing table with linear probing, at most half full.
struct SingleNumbers: Sendable {
    private struct Slot {
        /// Packed digits; 0 marks a free slot, since no number is 0.
        var digits: UInt64 = 0
        var entry: NumberTable.EntryID = 0
    }

    private var slots: ContiguousArray<Slot>
    private let mask: Int
    private let shift: UInt64

    init(_ numbers: [(number: PhoneNumber, entry: NumberTable.EntryID)]) {
        var capacity = 16
        var bits: UInt64 = 4
        while capacity < numbers.count * 2 {
            capacity *= 2
            bits += 1
        }
        slots = ContiguousArray(repeating: Slot(), count: capacity)
        mask = capacity - 1
        shift = 64 - bits
        for (number, entry) in numbers {
            var index = home(of: number.digits)
            while slots[index].digits != 0, slots[index].digits != number.digits {
                index = (index + 1) & mask
            }
            if slots[index].digits == 0 {
                slots[index] = Slot(digits: number.digits, entry: entry)
            }
        }
    }

    func entry(for digits: UInt64) -> NumberTable.EntryID? {
        var index = home(of: digits)
        while true {
            let slot = slots[index]
            if slot.digits == digits { return slot.entry }
            if slot.digits == 0 { return nil }
            index = (index + 1) & mask
        }
    }

    /// Fibonacci hashing: neighbouring numbers spread over the whole table.
    private func home(of digits: UInt64) -> Int {
        Int(truncatingIfNeeded: (digits &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
