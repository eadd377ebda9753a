import Logging
import PBX
import Routing
import ServiceLifecycle
import Switchboard
import Systemd
import UnixSignals
import Varlink

/// Records calls until the last one is recorded, and forgets those that have been kept long enough.
struct RecordService: Service {
    let switchboard: Switchboard

    func run() async throws {
        await withGracefulShutdownHandler {
            let maintenance = Task {
                while (try? await Task.sleep(for: .seconds(5))) != nil {
                    switchboard.recorder.maintain(switchboard.table.directory.retention, at: systemClock())
                }
            }
            async let takenUp: Void = switchboard.takeUpRecordedCalls()
            await switchboard.recorder.run()
            await takenUp
            maintenance.cancel()
        } onGracefulShutdown: {
            switchboard.desk.notes.finish()
        }
    }
}

/// Keeps what `systemctl status` shows up to date: after every change, and every few seconds as hours begin and end, or the ledger goes
/// and comes.
struct StatusService: Service {
    let switchboard: Switchboard
    let notifier: ServiceNotifier

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in await switchboard.changes() { show() }
                }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(5))) != nil { show() }
                }
            }
        }
        notifier.stopping(status: "Answering what is still open")
    }

    private func show() {
        notifier.status(switchboard.sentence(at: systemClock()))
    }
}

/// Reads the directory again on SIGHUP.
struct ReloadService: Service {
    let switchboard: Switchboard
    let notifier: ServiceNotifier

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                notifier.reloading(status: "Reading the directory again")
                _ = await switchboard.reload()
                notifier.ready(status: switchboard.sentence(at: systemClock()))
            }
        }
    }
}

/// Serves the control socket.
struct ControlListenerService: Service {
    let listener: VarlinkListener
    let switchboard: Switchboard

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await listener.run()
        } onGracefulShutdown: {
            listener.shutdown()
            Task { await switchboard.finish() }
        }
    }
}

/// Serves the PBX socket.
struct PBXListenerService: Service {
    let listener: PBXListener

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await listener.run()
        } onGracefulShutdown: {
            listener.shutdown()
        }
    }
}
