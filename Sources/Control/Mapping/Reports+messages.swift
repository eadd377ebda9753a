import MajorAPI
import Monitoring
import Time

// Figures to messages of `org.majord.Reports`.

extension ReportsAPI.Metric {
    init(_ metric: Metric) {
        self.init(
            name: metric.name, kind: Kind(word: metric.kind.rawValue), unit: metric.unit, help: metric.help,
            samples: metric.samples.map { sample in
                ReportsAPI.Sample(
                    suffix: sample.suffix,
                    labels: sample.labels.map { ReportsAPI.Label(name: $0.name, value: $0.value) },
                    value: sample.value)
            })
    }
}

extension ReportsAPI.Figures.Reply {
    /// The figures of the first version of the interface, which has no others: what is new is told by `Metrics`.
    ///
    /// - Parameters:
    ///   - configuration: Where the directory's files are.
    ///   - state: Where the ledger is; nil where it is in no folder.
    init(
        _ metrics: [Metric], _ sockets: [SocketStanding], configuration: String, state: String?, at now: Instant,
        _ clock: ServiceClock
    ) {
        let values = MetricValues(metrics)
        func int(_ name: String) -> Int { Int(values["majord_\(name)"] ?? 0) }
        func counts(_ name: String) -> [String: Int] { values.by("majord_\(name)").mapValues { Int($0) } }
        func time(_ seconds: Double) -> String {
            clock.rfc3339(Instant(clamping: Int64((seconds * 1_000).rounded())))
        }
        let open = counts("connections")
        func count(_ name: String, _ socket: String) -> Int { counts(name)[socket] ?? 0 }
        self.init(
            version: values.label("majord_info") ?? "", started: time(values["majord_start_time_seconds"] ?? 0),
            now: clock.rfc3339(now), secondsToReady: values["majord_start_duration_seconds"] ?? 0,
            generation: int("directory_generation"), degraded: int("directory_degraded") == 1, clients: int("clients"),
            inService: int("clients_in_service"), covered: int("clients_covered"),
            uncovered: int("clients_uncovered"), agents: int("agents"), agentsBusy: int("agents_busy"),
            agentsAbsent: int("agents_absent"), decisions: counts("decisions").filter { $0.value > 0 },
            callEvents: counts("call_events"),
            answers: values.histograms("majord_answer_duration_seconds").mapValues {
                ReportsAPI.AnswerTimes(bounds: $0.bounds, counts: $0.counts, sumSeconds: $0.sum)
            },
            connections: Dictionary(
                open.map { socket, current in
                    let connections = ReportsAPI.Connections(
                        current: current, total: count("connections_accepted", socket),
                        refused: count("connections_refused", socket),
                        protocolErrors: count("protocol_errors", socket),
                        timedOut: count("connections_timed_out", socket), requestsLate: count("requests_late", socket),
                        requestsGone: count("requests_gone", socket))
                    return (socket, connections)
                }, uniquingKeysWith: { $1 }),
            ledger: ReportsAPI.Ledger(
                available: int("ledger_available") == 1, recordsWaiting: int("ledger_records_waiting"),
                recordsDropped: int("ledger_records_dropped"), lagSeconds: values["majord_ledger_lag_seconds"] ?? 0),
            reloads: counts("reloads"), lastReload: values["majord_last_reload_timestamp_seconds"].map(time),
            lastReloadResult: values["majord_last_reload_successful"].map { $0 == 1 ? .done : .refused },
            process: ReportsAPI.Process(
                residentMemoryBytes: values["majord_process_resident_memory_bytes"].map { Int($0) },
                openDescriptors: values["majord_process_open_fds"].map { Int($0) }),
            lastQuestions: values.by("majord_pbx_last_question_timestamp_seconds").mapValues(time),
            socketFiles: Dictionary(
                sockets.compactMap { socket in socket.file.map { (socket.name, ReportsAPI.SocketFile($0)) } },
                uniquingKeysWith: { $1 }), configurationFolder: configuration, stateFolder: state)
    }
}

extension ReportsAPI.SocketFile {
    fileprivate init(_ file: SocketStanding.File) {
        self.init(asShipped: file.trouble == nil, mode: file.mode, owner: file.owner, group: file.group)
    }
}

extension RosterAPI.SocketStatus {
    init(_ socket: SocketStanding, _ clock: ServiceClock) {
        self.init(
            socket: socket.name, path: socket.file?.path, lastQuestion: socket.lastQuestion.map(clock.rfc3339),
            mode: socket.file?.mode, owner: socket.file?.owner, group: socket.file?.group,
            trouble: socket.file?.trouble)
    }
}
