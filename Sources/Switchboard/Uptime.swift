import Glibc
package import Time

/// The time since the machine was started, sleep included (CLOCK_BOOTTIME, clock_gettime(2)).
@Sendable package func systemUptime() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Milliseconds(Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
}
