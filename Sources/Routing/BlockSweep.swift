/// Walks over blocks in the order of their numbers and tells, for each stretch, which blocks lie there, narrowest first.
struct BlockSweep {
    /// From `start` to the next stretch's start; no blocks where there is a gap.
    struct Stretch: Equatable {
        let start: UInt64
        /// Indices into the blocks.
        let blocks: [Int]
    }

    private let ranges: [Range<UInt64>]
    /// How many digits a number must have to be in each block; nil for any count.
    private let requiredCounts: [Int?]
    /// Indices in the order of the ranges' starts, wide ones first.
    private let order: [Int]
    private var position = 0
    /// The blocks at the current stretch, narrowest first; equal widths in the order given.
    private var active: [Int] = []

    /// More conflicts are not collected: nobody mends more at a time, and a broken generated file has them by the million.
    static let conflictLimit = 1_000

    /// Pairs of blocks of equal width with numbers in common, found so far: the one that was given first comes first.
    private(set) var conflicts: [(first: Int, second: Int)] = []

    init(_ blocks: [NumberBlock]) {
        let ranges = blocks.map(\.paddedRange)
        self.ranges = ranges
        requiredCounts = blocks.map(\.requiredCount)
        order = ranges.indices.sorted { one, other in
            (ranges[one].lowerBound, ranges[other].upperBound, one)
                < (ranges[other].lowerBound, ranges[one].upperBound, other)
        }
    }

    mutating func next() -> Stretch? {
        let nextStart = position < order.count ? ranges[order[position]].lowerBound : nil
        let nextEnd = active.map { ranges[$0].upperBound }.min()
        guard let start = [nextStart, nextEnd].compactMap(\.self).min() else { return nil }
        active.removeAll { ranges[$0].upperBound <= start }
        while position < order.count, ranges[order[position]].lowerBound == start {
            activate(order[position])
            position += 1
        }
        return Stretch(start: start, blocks: active)
    }

    private mutating func activate(_ index: Int) {
        let width = ranges[index].count
        for other in active where ranges[other].count == width && haveNumbersInCommon(index, other) {
            guard conflicts.count < Self.conflictLimit else { break }
            conflicts.append((min(index, other), max(index, other)))
        }
        let place = active.firstIndex { (ranges[$0].count, $0) > (width, index) } ?? active.endIndex
        active.insert(index, at: place)
    }

    /// Whether a number can have the length that both of two overlapping blocks ask for.
    private func haveNumbersInCommon(_ one: Int, _ other: Int) -> Bool {
        guard let first = requiredCounts[one], let second = requiredCounts[other] else { return true }
        return first == second
    }
}
