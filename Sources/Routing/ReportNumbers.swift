package import Time

/// A share as it is told: with its counts. What the figures mean stands in docs/reports.md.
package struct Share: Hashable, Sendable {
    /// Of fewer, the counts alone are told to people.
    package static let leastForPercent = 20

    package var count: Int
    package var of: Int

    package init(_ count: Int = 0, of: Int = 0) {
        self.count = count
        self.of = of
    }

    /// In tenths of a percent, halves up; nil where there is nothing to have a share of.
    package var tenthsOfPercent: Int? { of > 0 ? (count * 2_000 + of) / (of * 2) : nil }

    /// Whether people are told the percents, too.
    package var isManyEnough: Bool { of >= Self.leastForPercent }

    /// Whether it comes up to so many percent; nil where there is nothing to have a share of.
    package func reaches(_ percent: Int) -> Bool? { of > 0 ? count * 100 >= percent * of : nil }

    static func += (one: inout Share, other: Share) {
        one.count += other.count
        one.of += other.of
    }
}

/// How lengths of time are spread, by the nearest rank: of n lengths in order, the one with the number of p percent of n, rounded up.
package struct Spread: Hashable, Sendable {
    package let count: Int
    /// Nil where there are no lengths.
    package let median: Milliseconds?
    package let p80: Milliseconds?
    package let p95: Milliseconds?

    package init(_ lengths: [Int64]) {
        let sorted = lengths.sorted()
        func rank(_ percent: Int) -> Milliseconds? {
            sorted.isEmpty ? nil : Milliseconds(sorted[(percent * sorted.count + 99) / 100 - 1])
        }
        count = sorted.count
        median = rank(50)
        p80 = rank(80)
        p95 = rank(95)
    }
}
