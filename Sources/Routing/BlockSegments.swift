/// Ranges and prefixes flattened into disjoint segments of padded numbers.
struct BlockSegments: Sendable {
    private struct Candidate {
        let entry: NumberTable.EntryID
        /// How many digits a number must have: a prefix does not own numbers shorter than itself, whose padding looks like it.
        let minimum: UInt8
        let maximum: UInt8
    }

    /// From `start` up to the next segment's start.
    private struct Segment {
        let start: UInt64
        let firstCandidate: UInt32
        let candidateCount: UInt32
    }

    private var segments: ContiguousArray<Segment> = []
    private var candidates: ContiguousArray<Candidate> = []
    /// `buckets[i]` is the last segment that starts at or before the first number of bucket `i`.
    private var buckets: ContiguousArray<UInt32> = []
    private var origin: UInt64 = 0
    private var shift: UInt64 = 0

    init(_ blocks: [(block: NumberBlock, entry: NumberTable.EntryID)]) {
        var sweep = BlockSweep(blocks.map(\.block))
        while let stretch = sweep.next() {
            append(stretch, of: blocks)
        }
        index()
    }

    func entry(for number: PhoneNumber) -> NumberTable.EntryID? {
        let digitCount = number.count
        let padded = number.padded(from: digitCount)
        guard !segments.isEmpty, padded >= origin else { return nil }
        let bucket = Int(truncatingIfNeeded: (padded &- origin) >> shift)
        guard bucket < buckets.count - 1 else { return nil }
        var low = Int(buckets[bucket])
        var high = Int(buckets[bucket + 1]) + 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].start <= padded { low = middle } else { high = middle }
        }
        let segment = segments[low]
        guard segment.candidateCount > 0 else { return nil }
        let count = UInt8(truncatingIfNeeded: digitCount)
        let first = Int(segment.firstCandidate)
        for candidate in candidates[first..<first + Int(segment.candidateCount)]
        where candidate.minimum <= count && count <= candidate.maximum {
            return candidate.entry
        }
        return nil
    }

    private mutating func append(
        _ stretch: BlockSweep.Stretch, of blocks: [(block: NumberBlock, entry: NumberTable.EntryID)]
    ) {
        let first = candidates.count
        var seen: Set<UInt8> = []
        // From this many digits on, every number has found its owner.
        var settled = UInt8(PhoneNumber.maximumDigitCount + 1)
        for index in stretch.blocks {
            let (block, entry) = blocks[index]
            if case .prefix(let prefix) = block {
                let count = UInt8(prefix.count)
                guard count < settled else { continue }
                candidates.append(Candidate(entry: entry, minimum: count, maximum: settled - 1))
                settled = count
                // A shorter number can only be the one whose padding begins the prefix.
                guard stretch.start % PowersOfTen[PhoneNumber.maximumDigitCount + 1 - prefix.count] == 0 else { break }
            } else {
                let count = UInt8(block.requiredCount ?? 0)
                guard count < settled, seen.insert(count).inserted else { continue }
                candidates.append(Candidate(entry: entry, minimum: count, maximum: count))
            }
        }
        segments.append(
            Segment(
                start: stretch.start, firstCandidate: UInt32(first), candidateCount: UInt32(candidates.count - first)))
    }

    /// Makes about two buckets a segment over the numbers between the first segment and the last.
    private mutating func index() {
        guard let first = segments.first, let last = segments.last else { return }
        origin = first.start
        let span = last.start - origin + 1
        while (span >> shift) > UInt64(segments.count) * 2 { shift += 1 }
        let count = Int(span >> shift) + 2
        buckets.reserveCapacity(count)
        var segment = 0
        for bucket in 0..<count {
            let start = origin + UInt64(bucket) << shift
            while segment + 1 < segments.count, segments[segment + 1].start <= start { segment += 1 }
            buckets.append(UInt32(segment))
        }
    }
}
