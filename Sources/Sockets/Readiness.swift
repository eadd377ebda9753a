import Glibc

/// What a descriptor is waited for (poll(2)).
package enum Readiness {
    /// Something to read, or the end of it.
    case reading
    /// Room for what is written.
    case writing

    /// Whether it is ready before a deadline. Behind it nothing is, however much comes; nil waits for ever.
    package func wait(for descriptor: CInt, until deadline: ContinuousClock.Instant?) -> Bool {
        let events = self == .reading ? POLLIN : POLLOUT
        while true {
            if let deadline, ContinuousClock.now >= deadline { return false }
            var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let result = poll(&entry, 1, deadline.map(Self.milliseconds) ?? -1)
            // A signal interrupts the waiting and nothing else.
            if result > 0 || result < 0 && errno != EINTR { return result > 0 }
        }
    }

    /// Rounded up, at least 0 and at most a day.
    static func milliseconds(until deadline: ContinuousClock.Instant) -> CInt {
        let left = ContinuousClock.now.duration(to: deadline)
        return CInt(min(max((left / .milliseconds(1)).rounded(.up), 0), 86_400_000))
    }
}
