package import Logging

/// Writes log events to the journal, metadata as fields of their own. What the journal does not take goes to stderr, with the
/// `<N>` priority prefix of sd-daemon(3).
package struct JournalLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let journal: Journal
    private let identifier: String
    private let fieldPrefix: String
    private let fallback: @Sendable (String) -> Void

    /// - Parameters:
    ///   - identifier: `SYSLOG_IDENTIFIER=` of every entry.
    ///   - fieldPrefix: what the names of metadata fields begin with, for example `MAJORD`.
    ///   - fallback: takes a line, newline included, that the journal did not take.
    package init(
        journal: Journal, identifier: String, fieldPrefix: String, level: Logger.Level = .info,
        fallback: @escaping @Sendable (String) -> Void = StandardError.write
    ) {
        self.journal = journal
        self.identifier = identifier
        self.fieldPrefix = fieldPrefix
        self.fallback = fallback
        logLevel = level
    }

    package func log(event: LogEvent) {
        let record = LogRecord(event, logger: metadata, provided: metadataProvider?.get() ?? [:])
        let entry = JournalEntry(record, identifier: identifier, fieldPrefix: fieldPrefix)
        if !journal.send(entry) {
            fallback(LogLine.prefixed(record) + "\n")
        }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
