package import Logging

/// Writes log events as lines on stderr, for a service that a person started by hand.
package struct TerminalLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let colored: Bool
    private let clock: @Sendable () -> TimeOfDay
    private let output: @Sendable (String) -> Void

    /// - Parameters:
    ///   - colored: see `Colors.areShown(environment:isTerminal:)`.
    ///   - output: takes a line, newline included.
    package init(
        colored: Bool, level: Logger.Level = .info, clock: @escaping @Sendable () -> TimeOfDay = TimeOfDay.now,
        output: @escaping @Sendable (String) -> Void = StandardError.write
    ) {
        self.colored = colored
        self.clock = clock
        self.output = output
        logLevel = level
    }

    package func log(event: LogEvent) {
        let record = LogRecord(event, logger: metadata, provided: metadataProvider?.get() ?? [:])
        output(LogLine.forPeople(record, at: clock(), colored: colored) + "\n")
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
