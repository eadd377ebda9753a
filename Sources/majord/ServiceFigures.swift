import Control
import Monitoring
import PBX
import Sockets
import Switchboard
import Terminal
import Time
import Wording

/// Where the figures of the service come from: those who count declare them.
struct ServiceFigures: Sendable {
    let switchboard: Switchboard
    let pbx: PBXListener
    let hasFastAGI: Bool
    let control: ConnectionCounters
    let process: ProcessFigures
    let sockets: SocketWatch

    /// In the order in which they are written.
    @Sendable func metrics() async -> [Metric] {
        let sockets = await standing()
        let now = systemClock()
        return process.metrics + switchboard.directoryMetrics(at: now) + switchboard.callMetrics
            + switchboard.openMetrics(at: now)
            + switchboard.eventCounts.metrics
            + pbx.answerMetrics(hasFastAGI: hasFastAGI) + SocketStanding.metrics(sockets)
            + ConnectionFigures.metrics(connections) + DroppedQuestions.metrics(dropped)
            + switchboard.ledgerMetrics(at: now) + switchboard.siteMetrics
    }

    /// How the sockets stand: those of PBXs, then majorctl's.
    @Sendable func standing() async -> [SocketStanding] {
        let accesses = await sockets.check()
        let now = systemClock()
        let (asked, counts) = (askedAgo, ["pbx": pbx.latency.count, "fastagi": pbx.fastAGILatency.count])
        return (hasFastAGI ? ["fastagi", "pbx"] : ["pbx"]).map { name in
            SocketStanding(
                name: name, lastQuestion: asked[name].map { now.advanced(by: Milliseconds(-$0)) },
                questions: counts[name] ?? 0, file: accesses.first { $0.name == name })
        }
            + accesses.filter { $0.name == "control" }.map { SocketStanding(name: $0.name, file: $0) }
    }

    /// How many milliseconds ago the last question over each socket was answered.
    var askedAgo: [String: Int64] {
        var ago: [String: Int64] = [:]
        ago["pbx"] = pbx.sinceLastQuestion
        if hasFastAGI { ago["fastagi"] = pbx.sinceLastFastAGIQuestion }
        return ago
    }

    private var connections: [String: ConnectionFigures] {
        var connections = ["pbx": pbx.figures, "control": control.figures]
        if hasFastAGI { connections["fastagi"] = pbx.fastAGIFigures }
        return connections
    }

    private var dropped: [String: DroppedQuestions] {
        // Nothing that is asked over the control socket is dropped.
        var dropped = ["pbx": pbx.dropped, "control": DroppedQuestions()]
        if hasFastAGI { dropped["fastagi"] = pbx.fastAGIDropped }
        return dropped
    }
}

extension SocketStanding {
    fileprivate init(
        name: String, lastQuestion: Instant? = nil, questions: Int = 0, file access: SocketWatch.Access?
    ) {
        self.init(
            name: name, lastQuestion: lastQuestion, questions: questions,
            file: access.map {
                File(path: $0.path, mode: $0.mode, owner: $0.owner, group: $0.group, trouble: $0.trouble?[.en])
            })
    }
}
