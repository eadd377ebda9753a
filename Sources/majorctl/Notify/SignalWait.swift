import Glibc

/// Waits for what happens to processes: children that end, and somebody who ends this one.
struct SignalWait {
    private var signals = sigset_t()

    /// From now on these signals are waited for, and do nothing by themselves.
    init() {
        sigemptyset(&signals)
        for number in [SIGCHLD, SIGTERM, SIGINT] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// - Returns: Whether somebody wants an end.
    func wait(atMost limit: Duration) -> Bool {
        let (seconds, parts) = max(limit, .zero).components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(parts / 1_000_000_000))
        var signals = signals
        let number = sigtimedwait(&signals, nil, &time)
        return number == SIGTERM || number == SIGINT
    }
}
