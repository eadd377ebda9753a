import Glibc
import Time

/// The time now, by the system's clock.
@Sendable func systemClock() -> Instant {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(clamping: Int64(now.tv_sec) &* 1_000 &+ Int64(now.tv_nsec) / 1_000_000)
}
