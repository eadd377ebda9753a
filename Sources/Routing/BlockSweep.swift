/// Walks over blocks in the order of their numbers and tells, for each stretch, which blocks lie there, narrowest first.
struct BlockSweep {
    /// From `start` to the next stretch's start; no blocks where there is a gap.
    struct Stretch: Equatable {
        let start: UInt64
        /// Indices into the blocks.
        let blocks: [Int]
    }

    private let ranges: [Range<UInt64>]
    /// How many digits a number may have to be in each block.
    private let lengths: [ClosedRange<Int>]
    /// Indices in the order of the ranges' starts, wide ones first.
    private let order: [Int]
    private var position = 0
    /// The blocks at the current stretch, narrowest first; equal widths in the order given.
    private var active: [Int] = []

    /// More overlaps of a kind are not collected: nobody mends more at a time, and a broken generated file has them by the million.
    static let overlapLimit = 1_000
    /// A directory in which more blocks than this lie over one another is broken: each is compared with all of them.
    static let depthLimit = 100

    /// How two blocks with numbers in common lie to each other.
    enum Overlap: Hashable {
        /// They are the same numbers.
        case same
        /// Each has numbers that the other has not.
        case crossing
        /// The second lies inside the first, and no other block lies between them.
        case nested
        /// More blocks than `depthLimit` lie over one another here.
        case deep
    }

    /// Pairs of blocks with numbers in common, found so far. Of two that are the same or cross, the one that was given first comes first.
    private(set) var overlaps: [(kind: Overlap, first: Int, second: Int)] = []
    private var counts: [Overlap: Int] = [:]
    private(set) var isTooDeep = false

    init(_ blocks: [NumberBlock]) {
        let ranges = blocks.map(\.paddedRange)
        self.ranges = ranges
        lengths = blocks.map(\.digitCounts)
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
        let range = ranges[index]
        var isInside = false
        // Active blocks start here or before, and where they start here they are no narrower.
        for other in active where haveNumbersInCommon(index, other) {
            if ranges[other] == range {
                note(.same, min(index, other), max(index, other))
            } else if ranges[other].upperBound < range.upperBound {
                note(.crossing, min(index, other), max(index, other))
            } else if !isInside {
                isInside = true
                note(.nested, other, index)
            }
        }
        if !isTooDeep, active.count >= Self.depthLimit {
            isTooDeep = true
            overlaps.append((.deep, active[0], index))
        }
        let place = active.firstIndex { (ranges[$0].count, $0) > (range.count, index) } ?? active.endIndex
        active.insert(index, at: place)
    }

    private mutating func note(_ kind: Overlap, _ first: Int, _ second: Int) {
        guard counts[kind, default: 0] < Self.overlapLimit else { return }
        counts[kind, default: 0] += 1
        overlaps.append((kind, first, second))
    }

    /// Whether a number can have the length that both of two overlapping blocks ask for.
    private func haveNumbersInCommon(_ one: Int, _ other: Int) -> Bool {
        lengths[one].overlaps(lengths[other])
    }
}
