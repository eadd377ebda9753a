import Glibc

/// A moment of the loop's clock, which only goes forward (CLOCK_MONOTONIC).
struct LoopTime {
    let nanoseconds: Int64
    /// The same, for deadlines.
    let milliseconds: Int64

    init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
        milliseconds = nanoseconds / 1_000_000
    }

    static var now: LoopTime {
        LoopTime(nanoseconds: nanosecondsNow)
    }

    static var nanosecondsNow: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
