package import Logging

/// Hands log events on as messages with all their metadata.
package struct ServiceLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let clock: @Sendable () -> TimeOfDay
    private let output: @Sendable (LogMessage) -> Void

    /// - Parameter output: Must not block: whoever logs may be about to answer a call.
    package init(
        level: Logger.Level, clock: @escaping @Sendable () -> TimeOfDay = TimeOfDay.now,
        output: @escaping @Sendable (LogMessage) -> Void
    ) {
        logLevel = level
        self.clock = clock
        self.output = output
    }

    package func log(event: LogEvent) {
        output(
            LogMessage(LogRecord(event, logger: metadata, provided: metadataProvider?.get() ?? [:]), at: clock()))
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
