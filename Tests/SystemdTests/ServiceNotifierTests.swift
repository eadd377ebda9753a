import Foundation
import Systemd
import Testing

/// Each test runs in a process of its own, because what is tested is the process's environment.
@Suite struct ServiceNotifierTests {
    @Test("the life of a service arrives at the socket that NOTIFY_SOCKET names")
    func life() async {
        await #expect(processExitsWith: .success) {
            let receiver = try NotifyReceiver()
            setenv("NOTIFY_SOCKET", receiver.path, 1)
            let notifier = ServiceNotifier()

            #expect(notifier.ready(status: "serving"))
            #expect(receiver.receive() == "READY=1\nSTATUS=serving")
            #expect(notifier.status("one\ntwo"))
            #expect(receiver.receive() == "STATUS=one two")
            #expect(notifier.watchdog())
            #expect(receiver.receive() == "WATCHDOG=1")
            #expect(notifier.stopping())
            #expect(receiver.receive() == "STOPPING=1")
        }
    }

    @Test("a reload carries the monotonic time at which it began")
    func reload() async {
        await #expect(processExitsWith: .success) {
            let receiver = try NotifyReceiver()
            setenv("NOTIFY_SOCKET", receiver.path, 1)
            let before = monotonicMicroseconds()
            #expect(ServiceNotifier().reloading(status: "reading the directory"))
            let after = monotonicMicroseconds()

            let lines = try #require(receiver.receive()).split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.first == "RELOADING=1")
            #expect(lines.last == "STATUS=reading the directory")
            let microseconds = try #require(UInt64(lines[1].trimmingPrefix("MONOTONIC_USEC=")))
            #expect(before <= microseconds && microseconds <= after)
        }
    }

    @Test("a manager that does not read makes nobody wait, and hears in order what matters once it reads")
    func busyManager() async {
        await #expect(processExitsWith: .success) {
            let receiver = try NotifyReceiver()
            setenv("NOTIFY_SOCKET", receiver.path, 1)
            let notifier = ServiceNotifier()
            var taken = 0
            while notifier.watchdog() { taken += 1 }
            #expect(taken > 0)
            #expect(!notifier.reloading(status: "reading"))
            #expect(!notifier.ready(status: "read"))
            for number in 0..<100_000 { #expect(!notifier.status("\(number)")) }
            for _ in 0..<taken { #expect(receiver.receive() == "WATCHDOG=1") }
            #expect(receiver.receive() == nil)
            #expect(notifier.watchdog())
            #expect(receiver.receive()?.hasPrefix("RELOADING=1\n") == true)
            #expect(receiver.receive() == "READY=1\nSTATUS=read")
            #expect(receiver.receive() == "STATUS=99999")
            #expect(receiver.receive() == "WATCHDOG=1")
            #expect(receiver.receive() == nil)
        }
    }

    @Test("nobody is told, and nothing fails, when started by hand or when nobody listens")
    func startedByHand() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            #expect(!ServiceNotifier().ready())
            setenv("NOTIFY_SOCKET", "/nonexistent/notify", 1)
            #expect(!ServiceNotifier().ready())
        }
    }

    @Test("the watchdog's timeout is read from the environment, and absent when nobody watches")
    func watchdogTimeout() async {
        await #expect(processExitsWith: .success) {
            unsetenv("WATCHDOG_USEC")
            unsetenv("WATCHDOG_PID")
            #expect(ServiceNotifier().watchdogTimeout == nil)
            setenv("WATCHDOG_USEC", "20000000", 1)
            #expect(ServiceNotifier().watchdogTimeout == .seconds(20))
            setenv("WATCHDOG_PID", "1", 1)
            #expect(ServiceNotifier().watchdogTimeout == nil)
        }
    }
}

private func monotonicMicroseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
}
