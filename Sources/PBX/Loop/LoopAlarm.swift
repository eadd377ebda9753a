import CEpoll
import Glibc

/// Wakes the loop when a deadline has passed (timerfd_create(2)). epoll_wait(2) can be told how long to wait, but sets up a timer of the kernel's
/// and takes it down again with every request then.
final class LoopAlarm {
    let descriptor: Int32
    /// When it rings, in milliseconds of the loop's clock; never where it is not set.
    private var instant = Int64.max

    init() throws(PBXListenerError) {
        descriptor = timer_make()
        guard descriptor >= 0 else { throw PBXListenerError("timerfd_create") }
    }

    deinit {
        close(descriptor)
    }

    /// Has the loop woken at a deadline, in milliseconds of its clock, or before: what is set already and rings earlier is left as it is.
    func set(_ deadline: Int64) {
        guard deadline < instant else { return }
        instant = deadline
        _ = timer_set(descriptor, max(deadline, 1))
    }

    /// Silence, until it is set again.
    func answer() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
        instant = .max
    }
}
