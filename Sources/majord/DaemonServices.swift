import Logging
import PBX
import Routing
import ServiceLifecycle
import Switchboard
import Systemd
import Time
import UnixSignals
import Varlink

/// Records calls until the last one is recorded, and forgets those that have been kept long enough.
struct RecordService: Service {
    let switchboard: Switchboard

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            let maintenance = Task {
                while (try? await Task.sleep(for: .seconds(5))) != nil {
                    switchboard.recorder.maintain()
                    switchboard.forgetter.observe()
                    await switchboard.followClock()
                    await switchboard.watchCalendars()
                    await switchboard.watchConditions()
                    await switchboard.countEvents()
                    await switchboard.watchLedger()
                    await switchboard.overwriteForgotten()
                }
            }
            let settling = Task {
                while (try? await Task.sleep(for: .seconds(1))) != nil { await switchboard.settleCalls() }
            }
            switchboard.beginSharing()
            let hearing = Task { await switchboard.followHints() }
            let following = Task {
                while (try? await Task.sleep(for: .seconds(1))) != nil { await switchboard.followDatabase() }
            }
            let outlook = Task {
                var wait = Duration.seconds(5)
                while (try? await Task.sleep(for: wait)) != nil {
                    await switchboard.lookAhead()
                    switchboard.noteSetAside()
                    if switchboard.recorder.backlog.isAvailable { await switchboard.keepWaiting() }
                    wait = .seconds(60)
                }
            }
            let forgetting = Task {
                var wait = Duration.seconds(5)
                while (try? await Task.sleep(for: wait)) != nil {
                    if switchboard.recorder.backlog.isAvailable { await switchboard.forget() }
                    wait = .seconds(600)
                }
            }
            let beginning = Task {
                async let taking: Void = switchboard.takeUpRecordedCalls()
                async let checking: Void = switchboard.checkUsers()
                async let upkeep: Void = switchboard.lookAfterLedger()
                async let losses: Void = switchboard.tellLostRecords()
                _ = await (taking, checking, upkeep, losses)
            }
            let availability = Task {
                for await _ in switchboard.recorder.availability { await switchboard.noteChange() }
            }
            await switchboard.recorder.run()
            maintenance.cancel()
            settling.cancel()
            following.cancel()
            hearing.cancel()
            switchboard.endSharing()
            outlook.cancel()
            forgetting.cancel()
            availability.cancel()
            beginning.cancel()
            await wait(atMost: .seconds(1)) { await switchboard.keepLastKnown() }
            // There is no later to write a log anew, or to leave word of one.
            await switchboard.watchLedger()
            await switchboard.overwriteForgotten(isEnd: true)
        } onCancelOrGracefulShutdown: {
            switchboard.desk.notes.finish()
        }
    }
}

/// Keeps what `systemctl status` shows up to date: after every change (of a flood a few a second), and every few seconds as hours begin and end, or
/// the ledger goes and comes. It begins with the news that majord is ready.
struct StatusService: Service {
    let switchboard: Switchboard
    let notifier: ServiceNotifier
    let figures: ServiceFigures
    /// What they left out is told when its minute is over, and at the end.
    let limits: [MessageLimit]
    let logger: Logger
    let tellReady: @Sendable () -> Void

    func run() async throws {
        // Kept before anybody is told that majord is ready: it may be killed a moment later, and its files broken. Calls are answered
        // meanwhile; a disk that hangs is not waited for.
        await wait(atMost: .seconds(1)) { _ = await switchboard.keepDirectory() }
        tellReady()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    var pace = StatusPace()
                    for await _ in await switchboard.changes() {
                        // What changes meanwhile is one more change that is told.
                        let wait = pace.wait(at: .now)
                        if wait > .zero { try? await Task.sleep(for: wait) }
                        show()
                    }
                }
                group.addTask {
                    var asked: Set<String> = []
                    while (try? await Task.sleep(for: .seconds(5))) != nil {
                        await figures.sockets.check()
                        show()
                        tellFirstQuestions(&asked)
                        for limit in limits { limit.tellLeftOut(logger, at: systemClock()) }
                    }
                }
            }
        }
        for limit in limits { limit.tellLeftOut(logger, at: .latest) }
        notifier.stopping(status: "Answering what is still open")
    }

    /// Tells the journal over which sockets a PBX has asked for the first time.
    private func tellFirstQuestions(_ asked: inout Set<String>) {
        for socket in figures.askedAgo.keys.sorted() where asked.insert(socket).inserted {
            logger.report(
                .firstQuestion, "A PBX asked over the \(socket) socket for the first time since the start",
                ["socket": "\(socket)"])
        }
    }

    private func show() {
        notifier.status(switchboard.sentence(at: systemClock()))
    }
}

/// Reads the directory again on SIGHUP.
struct ReloadService: Service {
    let signals: UnixSignalsSequence
    let switchboard: Switchboard
    let notifier: ServiceNotifier

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                // A task of its own, so that an end does not wait until a large directory has been read.
                Task {
                    notifier.reloading(status: "Reading the directory again")
                    _ = await switchboard.reload()
                    notifier.ready(status: switchboard.sentence(at: systemClock()))
                }
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

/// Does what agents wish from their desk phones, to the last wish that was taken.
struct DeskPhoneService: Service {
    let phones: DeskPhones

    func run() async throws {
        await withGracefulShutdownHandler {
            await phones.run()
        } onGracefulShutdown: {
            phones.finish()
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
