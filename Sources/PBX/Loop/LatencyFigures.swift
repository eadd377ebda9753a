import Synchronization

/// How long answers took, as a histogram, at one moment.
package struct LatencyFigures: Equatable, Sendable {
    /// The buckets' upper bounds in seconds, each included, in rising order.
    package let bounds: [Double]
    /// How many answers fell into each bucket and none before it; one bucket more than there are bounds, for all that took longer.
    package let counts: [Int]
    /// How long all of them took together.
    package let sumNanoseconds: Int

    /// How many answers there were.
    package var count: Int { counts.reduce(0, &+) }
}

/// A histogram of answer times: written by the loop alone, read by everybody.
final class LatencyHistogram: Sendable {
    /// In nanoseconds: 10 µs to 1 s, and 300 ms among them, which is what a PBX waits.
    private static let bounds: InlineArray<15, Int64> = [
        10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000,
        50_000_000, 100_000_000, 300_000_000, 1_000_000_000,
    ]

    private let counts = InlineArray<16, Atomic<Int>> { _ in Atomic(0) }
    private let sum = Atomic<Int>(0)
    /// When the last answer was given, in nanoseconds of the loop's clock; 0 before the first.
    private let last = Atomic<Int64>(0)

    /// Counts answers to requests that came in then and have just been answered.
    func note(_ count: Int, since received: LoopTime) {
        let now = LoopTime.nanosecondsNow
        last.store(now, ordering: .relaxed)
        note(count, of: now &- received.nanoseconds)
    }

    /// Counts answers that took so long each.
    func note(_ count: Int, of nanoseconds: Int64) {
        var bucket = 0
        while bucket < Self.bounds.count, nanoseconds > Self.bounds[bucket] { bucket &+= 1 }
        Self.add(count, to: counts[bucket])
        Self.add(Int(nanoseconds) &* count, to: sum)
    }

    /// How long ago the last answer was given, in milliseconds; nil before the first.
    var sinceLast: Int64? {
        let last = last.load(ordering: .relaxed)
        return last == 0 ? nil : max(LoopTime.nanosecondsNow &- last, 0) / 1_000_000
    }

    var figures: LatencyFigures {
        LatencyFigures(
            bounds: Self.bounds.indices.map { Double(Self.bounds[$0]) / 1e9 },
            counts: counts.indices.map { counts[$0].load(ordering: .relaxed) },
            sumNanoseconds: sum.load(ordering: .relaxed))
    }

    /// There is one writer, so that nothing is lost between the load and the store, and no other processor has to be waited for.
    private static func add(_ value: Int, to atomic: borrowing Atomic<Int>) {
        atomic.store(atomic.load(ordering: .relaxed) &+ value, ordering: .relaxed)
    }
}
