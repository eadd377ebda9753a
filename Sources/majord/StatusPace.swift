/// How often the service's status is told: each change at once, and of a flood of changes a few a second, since whoever changes waits for none of
/// them and each is looked through all clients for.
///
/// A struct without a clock: whoever has one asks it how long to wait.
struct StatusPace {
    /// So many are told at once, however soon they follow each other.
    static let burst = 20
    /// Where more come, one is told in so long.
    static let pause = Duration.milliseconds(200)

    /// Up to when the pace has been used: each one that is told takes a pause of it.
    private var used: ContinuousClock.Instant?

    /// How long to wait before the next one is told. It counts as told then.
    mutating func wait(at now: ContinuousClock.Instant) -> Duration {
        let before = max(used ?? now, now)
        let next = before + Self.pause
        used = next
        return max(.zero, next - now - Self.pause * Self.burst)
    }
}
