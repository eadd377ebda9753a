import Glibc
import MajorAPI
import PBX
import Routing
import Switchboard
import Time
import Varlink

/// Where the figures of `org.majord.Reports` come from.
struct ServiceFigures: Sendable {
    let switchboard: Switchboard
    let pbx: PBXListener
    let hasFastAGI: Bool
    let control: VarlinkCounters
    /// When the process began, and when calls were answered.
    let started: Instant
    let ready: Instant
    let sockets: SocketWatch

    @Sendable func current() async -> ReportsAPI.Figures.Reply {
        let accesses = await sockets.check()
        var figures = counted()
        figures.lastQuestions = lastQuestions
        figures.socketFiles = Dictionary(
            accesses.map { access in
                let file = ReportsAPI.SocketFile(
                    asShipped: access.trouble == nil, mode: access.mode, owner: access.owner, group: access.group)
                return (access.name, file)
            }, uniquingKeysWith: { $1 })
        return figures
    }

    /// The sockets as `org.majord.Roster.Status` tells them.
    @Sendable func socketStatuses() async -> [RosterAPI.SocketStatus] {
        let accesses = await sockets.check()
        let questions = lastQuestions
        return answers.keys.sorted().map { name in
            let access = accesses.first { $0.name == name }
            return RosterAPI.SocketStatus(
                socket: name, path: access?.path, lastQuestion: questions[name], mode: access?.mode,
                owner: access?.owner, group: access?.group, trouble: access?.trouble)
        }
            + accesses.filter { $0.name == "control" }.map { access in
                RosterAPI.SocketStatus(
                    socket: access.name, path: access.path, mode: access.mode, owner: access.owner,
                    group: access.group, trouble: access.trouble)
            }
    }

    /// When the last question over each socket was answered.
    private var lastQuestions: [String: String] {
        let now = systemClock()
        let clock = switchboard.table.clock
        return askedAgo.mapValues { clock.rfc3339(now.advanced(by: Milliseconds(-$0))) }
    }

    /// How many milliseconds ago.
    var askedAgo: [String: Int64] {
        var ago: [String: Int64] = [:]
        ago["pbx"] = pbx.sinceLastQuestion
        if hasFastAGI { ago["fastagi"] = pbx.sinceLastFastAGIQuestion }
        return ago
    }

    private func counted() -> ReportsAPI.Figures.Reply {
        let now = systemClock()
        let table = switchboard.table
        let overview = table.overview(at: now)
        let counts = switchboard.desk.notes.counts
        let reloads = switchboard.health.reloads
        return ReportsAPI.Figures.Reply(
            version: Version.text, started: table.clock.rfc3339(started), now: table.clock.rfc3339(now),
            secondsToReady: Double(ready.since(started).count) / 1_000, generation: Int(clamping: table.generation),
            degraded: switchboard.health.lastGood != nil, clients: overview.count.clients,
            inService: overview.count.inService,
            covered: overview.count.covered, uncovered: overview.uncovered.count, agents: table.agents.count,
            agentsBusy: switchboard.desk.busy.count, agentsAbsent: overview.absentAgents,
            decisions: Dictionary(counts.decisions.map { ($0.key.word, $0.value) }, uniquingKeysWith: +),
            callEvents: [
                "ringing": counts.ringing, "answered": counts.answered, "released": counts.released,
                "ended": counts.ended,
            ],
            answers: answers, connections: connections, ledger: ledger(counts, at: now),
            reloads: ["done": reloads.done, "refused": reloads.refused],
            lastReload: reloads.last.map { table.clock.rfc3339($0.instant) },
            lastReloadResult: reloads.last.map { $0.errors == 0 ? .done : .refused }, process: process)
    }

    private var answers: [String: ReportsAPI.AnswerTimes] {
        func times(_ figures: LatencyFigures) -> ReportsAPI.AnswerTimes {
            ReportsAPI.AnswerTimes(
                bounds: figures.bounds, counts: figures.counts,
                sumSeconds: Double(figures.sumNanoseconds) / 1_000_000_000)
        }
        var answers = ["pbx": times(pbx.latency)]
        if hasFastAGI { answers["fastagi"] = times(pbx.fastAGILatency) }
        return answers
    }

    private var connections: [String: ReportsAPI.Connections] {
        func connections(_ figures: ConnectionFigures) -> ReportsAPI.Connections {
            ReportsAPI.Connections(
                current: figures.current, total: figures.total, refused: figures.refused,
                protocolErrors: figures.protocolErrors, timedOut: figures.timedOut,
                requestsLate: figures.requestsLate, requestsGone: figures.requestsGone)
        }
        let control = control.figures
        var all = ["pbx": connections(pbx.figures)]
        if hasFastAGI { all["fastagi"] = connections(pbx.fastAGIFigures) }
        all["control"] = ReportsAPI.Connections(
            current: control.current, total: control.total, refused: control.refused,
            protocolErrors: control.badMessages, timedOut: control.timedOut, requestsLate: 0, requestsGone: 0)
        return all
    }

    private func ledger(_ counts: CallNotes.Counts, at now: Instant) -> ReportsAPI.Ledger {
        let backlog = switchboard.recorder.backlog
        let lag = backlog.oldest.map { Double(max(now.since($0).count, 0)) / 1_000 } ?? 0
        return ReportsAPI.Ledger(
            available: backlog.isAvailable, recordsWaiting: backlog.waiting, recordsDropped: counts.dropped,
            lagSeconds: lag)
    }

    /// As /proc tells (proc(5)).
    private var process: ReportsAPI.Process {
        ReportsAPI.Process(residentMemoryBytes: Self.residentMemory, openDescriptors: Self.openDescriptors)
    }

    private static var residentMemory: Int? {
        guard let file = fopen("/proc/self/statm", "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    private static var openDescriptors: Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        // The folder itself, `.` and `..` are among them.
        var count = -3
        while readdir(folder) != nil { count += 1 }
        return count
    }
}
