import TestSupport
import Testing
import Time

@Suite struct TimelineTests {
    private typealias Ends = (start: Int64, end: Int64)

    private static func span(_ start: Int64, _ end: Int64) -> Interval? {
        Interval(from: Instant(clamping: start), until: Instant(clamping: end))
    }

    private static func timeline(_ ends: Ends...) -> Timeline {
        Timeline(ends.compactMap { span($0.start, $0.end) })
    }

    /// The runs of whole numbers in a set.
    private static func runs(_ points: Set<Int64>) -> [Interval] {
        let starts = points.filter { !points.contains($0 - 1) }.sorted()
        let ends = points.map { $0 + 1 }.filter { !points.contains($0) }.sorted()
        return zip(starts, ends).compactMap { span($0, $1) }
    }

    @Test("an interval holds at its start and no longer at its end")
    func halfOpen() throws {
        let nine = interval("2026-03-02 08:00", "2026-03-02 09:00")
        #expect(nine.contains(at("2026-03-02 08:00")))
        #expect(nine.contains(at("2026-03-02 08:59:59.999")))
        #expect(!nine.contains(at("2026-03-02 09:00")))
        #expect(!nine.contains(at("2026-03-02 07:59:59.999")))
        let timeline = Timeline([nine])
        #expect(timeline.contains(nine.start))
        #expect(!timeline.contains(nine.end))
        #expect(timeline.interval(at: nine.start) == nine)
        #expect(timeline.interval(at: nine.end) == nil)
    }

    @Test("an interval that is empty or runs backwards is none")
    func empty() {
        #expect(Self.span(5, 5) == nil)
        #expect(Self.span(6, 5) == nil)
    }

    @Test("intervals that only touch do not overlap")
    func overlaps() throws {
        let first = try #require(Self.span(0, 10))
        let next = try #require(Self.span(10, 20))
        let inside = try #require(Self.span(9, 11))
        #expect(!first.overlaps(next) && !next.overlaps(first))
        #expect(first.overlaps(inside) && inside.overlaps(next) && first.overlaps(first))
    }

    @Test("intervals that touch or overlap become one, in whatever order they come")
    func joined() {
        #expect(Self.timeline((10, 20), (0, 10)).intervals == [Self.span(0, 20)].compactMap(\.self))
        #expect(Self.timeline((0, 30), (5, 10), (20, 25)) == Self.timeline((0, 30)))
        #expect(Self.timeline((0, 10), (11, 20)).intervals.count == 2)
    }

    @Test("union, intersection and difference are those of sets of instants", arguments: 0..<300)
    func model(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func make() -> (Timeline, Set<Int64>) {
            var intervals: [Interval] = []
            var points: Set<Int64> = []
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let start = Int64.random(in: 0..<60, using: &random)
                let end = Int64.random(in: start...min(start + 20, 60), using: &random)
                points.formUnion(start..<end)
                if let interval = Self.span(start, end) { intervals.append(interval) }
            }
            return (Timeline(intervals), points)
        }
        let (one, onePoints) = make()
        let (two, twoPoints) = make()
        #expect(one.intervals == Self.runs(onePoints))
        #expect(one.union(two).intervals == Self.runs(onePoints.union(twoPoints)))
        #expect(one.intersection(two).intervals == Self.runs(onePoints.intersection(twoPoints)))
        #expect(one.subtracting(two).intervals == Self.runs(onePoints.subtracting(twoPoints)))
        #expect(one.isEmpty == onePoints.isEmpty)
        for point in -1...Int64(61) {
            let instant = Instant(clamping: point)
            #expect(one.contains(instant) == onePoints.contains(point))
            #expect(one.interval(at: instant) == Self.runs(onePoints).first { $0.contains(instant) })
        }
    }

    @Test("never is empty, and neutral in a union")
    func never() {
        let some = Self.timeline((0, 10))
        #expect(Timeline.never.isEmpty)
        #expect(some.union(.never) == some)
        #expect(some.intersection(.never) == .never)
        #expect(some.subtracting(.never) == some)
        #expect(Timeline.never.subtracting(some) == .never)
        #expect(some.subtracting(some) == .never)
    }
}
