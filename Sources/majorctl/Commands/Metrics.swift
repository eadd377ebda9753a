import ArgumentParser
import MajorAPI
import Time

struct Metrics: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Write majord's figures as OpenMetrics text, for monitoring.",
        discussion: """
            For node_exporter, from a timer: majorctl metrics --output /var/lib/prometheus/node-exporter/majord.prom
            Everybody may ask. Without an answer from majord the text says majord_up 0, and the exit status is 69.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "A file to replace as a whole; else the text goes to stdout.", completion: .file())
    var output: String?

    func check(_ language: Language) throws {
        if options.json, output != nil {
            throw ValidationError("--output takes OpenMetrics text only: leave out --json, or redirect stdout.")
        }
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a file.") }
    }

    func run(_ session: Session) throws {
        guard !options.json else {
            try session.daemon().call(ReportsAPI.Figures()) { _ in }
            return
        }
        let metrics: [ReportsAPI.Metric]
        do {
            metrics = try session.daemon().ask(ReportsAPI.Metrics()).metrics
        } catch let failure as Failure {
            // Nothing that was true before may stay in the file.
            try deliver(MetricsText.away, session)
            throw failure
        }
        try deliver(MetricsText.text(metrics), session)
    }

    private func deliver(_ text: String, _ session: Session) throws {
        guard let output else { return session.print(text, terminator: "") }
        do throws(MetricsFile.Failure) {
            try MetricsFile.replace(output, with: text)
        } catch {
            StandardError.print(error.text)
            throw ExitCode(73)
        }
    }
}
