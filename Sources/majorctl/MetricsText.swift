import MajorAPI
import Routing
import Time

/// What `majorctl metrics` writes.
enum MetricsText {
    /// The text where there are no figures to be had.
    static let away = OpenMetrics.text([up(false)])

    static func text(_ figures: ReportsAPI.Figures.Reply) -> String {
        OpenMetrics.text(
            [up(true)] + figures.processFamilies + figures.directoryFamilies + figures.callFamilies
                + figures.socketFamilies
                + figures.connectionFamilies + figures.ledgerFamilies)
    }

    private static func up(_ isUp: Bool) -> MetricFamily {
        .gauge("majord_up", "Whether majord answered with its figures.", isUp ? 1 : 0)
    }
}

extension ReportsAPI.Figures.Reply {
    fileprivate var processFamilies: [MetricFamily] {
        [
            // A gauge: the Prometheus text format has no type for information.
            .gauge("majord_info", "The version that runs.", labels: [("version", version)], 1),
            .gauge(
                "majord_start_time_seconds", "When majord started, in seconds since 1970.", unit: "seconds",
                Self.seconds(started)),
            .gauge(
                "majord_start_duration_seconds", "How long the start took until majord was ready.", unit: "seconds",
                secondsToReady),
            .gauge(
                "majord_process_resident_memory_bytes", "Resident memory.", unit: "bytes",
                process.residentMemoryBytes.map(Double.init)),
            .gauge("majord_process_open_fds", "Open file descriptors.", process.openDescriptors.map(Double.init)),
        ]
    }

    fileprivate var directoryFamilies: [MetricFamily] {
        [
            .gauge("majord_directory_generation", "The generation of the routing table.", Double(generation)),
            .gauge(
                "majord_directory_degraded",
                "Whether the directory has errors and the last good one is used instead.", degraded ? 1 : 0),
            .counters(
                "majord_reloads", "Reloads of the directory by result.", by: "result",
                Self.complete(reloads, ["done", "refused"])),
            .gauge(
                "majord_last_reload_timestamp_seconds", "When the directory was last reloaded, in seconds since 1970.",
                unit: "seconds", lastReload.flatMap(Self.seconds)),
            .gauge(
                "majord_last_reload_successful", "Whether the last reload was put into force.",
                lastReloadResult.map { $0 == .done ? 1 : 0 }),
            .gauge("majord_clients", "Clients in the directory.", Double(clients)),
            .gauge("majord_clients_in_service", "Clients whose agreement and service hours hold.", Double(inService)),
            .gauge("majord_clients_covered", "Clients in service with somebody of their pair there.", Double(covered)),
            .gauge(
                "majord_clients_uncovered", "Clients in service with nobody of their pair there.", Double(uncovered)),
            .gauge("majord_agents", "Agents in the directory.", Double(agents)),
            .gauge("majord_agents_busy", "Agents on a call.", Double(agentsBusy)),
            .gauge("majord_agents_absent", "Agents on leave, sick or in a pause.", Double(agentsAbsent)),
        ]
    }

    fileprivate var callFamilies: [MetricFamily] {
        [
            .counters(
                "majord_decisions", "Decided calls by reason.", by: "reason",
                Self.complete(decisions, Decision.Reason.allCases.map(\.word))),
            .counters(
                "majord_call_events", "What PBXs reported of calls.", by: "event",
                Self.complete(callEvents, ["ringing", "answered", "released", "ended"])),
            MetricFamily(
                name: "majord_answer_duration_seconds", kind: .histogram, unit: "seconds",
                help: "How long answers took, from when majord woke up for the question.",
                samples: answers.sorted { $0.key < $1.key }.flatMap { $0.value.samples(socket: $0.key) }),
        ]
    }

    fileprivate var connectionFamilies: [MetricFamily] {
        func count(_ figure: (ReportsAPI.Connections) -> Int) -> [String: Int] { connections.mapValues(figure) }
        return [
            .gauges("majord_connections", "Open connections.", by: "socket", count(\.current)),
            .counters(
                "majord_connections_accepted", "Connections that came in, the refused ones included.", by: "socket",
                count(\.total)),
            .counters(
                "majord_connections_refused", "Connections closed because there were too many.", by: "socket",
                count(\.refused)),
            .counters(
                "majord_connections_timed_out", "Connections closed because their peer was too slow or silent.",
                by: "socket", count(\.timedOut)),
            .counters(
                "majord_protocol_errors", "Connections closed because their peer could not be understood.",
                by: "socket", count(\.protocolErrors)),
            .counters(
                "majord_requests_late", "Requests dropped because they had waited longer than their deadline.",
                by: "socket", count(\.requestsLate)),
            .counters(
                "majord_requests_gone", "Requests dropped because their peer had gone.", by: "socket",
                count(\.requestsGone)),
        ]
    }

    fileprivate var socketFamilies: [MetricFamily] {
        [
            MetricFamily(
                name: "majord_pbx_last_question_timestamp_seconds", kind: .gauge, unit: "seconds",
                help: "When the last question of a PBX was answered, in seconds since 1970; missing until the first.",
                samples: (lastQuestions ?? [:]).sorted { $0.key < $1.key }.compactMap { socket, instant in
                    Self.seconds(instant).map { .init(labels: [("socket", socket)], value: $0) }
                }),
            .gauges(
                "majord_socket_as_shipped", "Whether those who are to open the socket can, as far as its file tells.",
                by: "socket", (socketFiles ?? [:]).mapValues { $0.asShipped ? 1 : 0 }),
        ]
    }

    fileprivate var ledgerFamilies: [MetricFamily] {
        [
            .gauge("majord_ledger_available", "Whether the ledger can be written.", ledger.available ? 1 : 0),
            .gauge(
                "majord_ledger_records_waiting", "Call records that are not on disk yet.",
                Double(ledger.recordsWaiting)),
            .counter(
                "majord_ledger_records_dropped", "Call records lost because too many waited.", ledger.recordsDropped),
            .gauge(
                "majord_ledger_lag_seconds", "The age of the oldest call record that is not on disk yet.",
                unit: "seconds", ledger.lagSeconds),
        ]
    }

    /// Counts with a zero for each key that never occurred, so that a rate over it is known from the start.
    private static func complete(_ counts: [String: Int], _ keys: [String]) -> [String: Int] {
        counts.merging(keys.map { ($0, 0) }) { count, _ in count }
    }

    /// Seconds since 1970.
    private static func seconds(_ rfc3339: String) -> Double? {
        LocalDateTime(rfc3339: rfc3339).map { Double($0.instant.milliseconds) / 1_000 }
    }
}

extension ReportsAPI.AnswerTimes {
    /// Buckets are cumulative; the one without a bound counts every answer.
    fileprivate func samples(socket: String) -> [MetricFamily.Sample] {
        let label = (name: "socket", value: socket)
        var sum = 0.0
        var samples: [MetricFamily.Sample] = []
        for (bound, count) in zip(bounds, counts) {
            sum += Double(count)
            samples.append(.init(suffix: "_bucket", labels: [label, ("le", bound.description)], value: sum))
        }
        let total = counts.reduce(0) { $0 + Double($1) }
        samples.append(.init(suffix: "_bucket", labels: [label, ("le", "+Inf")], value: total))
        samples.append(.init(suffix: "_sum", labels: [label], value: sumSeconds))
        samples.append(.init(suffix: "_count", labels: [label], value: total))
        return samples
    }
}
