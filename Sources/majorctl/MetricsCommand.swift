import ArgumentParser
import MajorAPI

struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write majord's figures as OpenMetrics text, for monitoring.",
        discussion: """
            For node_exporter, from a timer: majorctl metrics --output /var/lib/prometheus/node-exporter/majord.prom
            Everybody may ask. Without an answer from majord the text says majord_up 0, and the exit status is 69.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "A file to replace as a whole; else the text goes to stdout.", completion: .file())
    var output: String?

    func validate() throws {
        if options.json, output != nil {
            throw ValidationError("--output takes OpenMetrics text only: leave out --json, or redirect stdout.")
        }
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a file.") }
    }

    func run() throws {
        try reportingFailures {
            guard !options.json else {
                try Daemon(options).call(ReportsAPI.Figures()) { _ in }
                return
            }
            let metrics: [ReportsAPI.Metric]
            do {
                metrics = try Daemon(options).ask(ReportsAPI.Metrics()).metrics
            } catch let failure as Failure {
                // Nothing that was true before may stay in the file.
                try deliver(MetricsText.away)
                throw failure
            }
            try deliver(MetricsText.text(metrics))
        }
    }

    private func deliver(_ text: String) throws {
        guard let output else { return print(text, terminator: "") }
        do throws(MetricsFile.Failure) {
            try MetricsFile.replace(output, with: text)
        } catch {
            StandardError.print(error.text)
            throw ExitCode(73)
        }
    }
}
