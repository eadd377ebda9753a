/// Ranges and prefixes flattened into disjoint segments of padded numbers.
struct BlockSegments: Sendable {
    private struct Candidate {
        let entry: NumberTable.EntryID
        /// Digits a number must have; 0 for any count.
        let count: UInt8
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
        let padded = number.padded
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
        let count = UInt8(truncatingIfNeeded: number.count)
        let first = Int(segment.firstCandidate)
        for candidate in candidates[first..<first + Int(segment.candidateCount)]
        where candidate.count == 0 || candidate.count == count {
            return candidate.entry
        }
        return nil
    }

    private mutating func append(
        _ stretch: BlockSweep.Stretch, of blocks: [(block: NumberBlock, entry: NumberTable.EntryID)]
    ) {
        let first = candidates.count
        var seen: Set<UInt8> = []
        for index in stretch.blocks {
            let count = UInt8(blocks[index].block.requiredCount ?? 0)
            // A second block for the same count of digits can never be reached, nor anything behind a prefix.
            guard seen.insert(count).inserted else { continue }
            candidates.append(Candidate(entry: blocks[index].entry, count: count))
            if count == 0 { break }
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
