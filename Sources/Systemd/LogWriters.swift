/// Writes messages to the journal, metadata as fields of their own. What the journal does not take goes to stderr, with the `<N>`
/// priority prefix of sd-daemon(3).
package struct JournalWriter {
    private let journal: Journal
    private let identifier: String
    private let fieldPrefix: String
    private let fallback: (String) -> Void

    /// - Parameters:
    ///   - identifier: `SYSLOG_IDENTIFIER=` of every entry.
    ///   - fieldPrefix: what the names of metadata fields begin with, for example `MAJORD`.
    ///   - fallback: takes a line, newline included, that the journal did not take.
    package init(
        journal: Journal, identifier: String, fieldPrefix: String,
        fallback: @escaping (String) -> Void = StandardError.write
    ) {
        self.journal = journal
        self.identifier = identifier
        self.fieldPrefix = fieldPrefix
        self.fallback = fallback
    }

    package func write(_ message: LogMessage) {
        let entry = JournalEntry(message.record, identifier: identifier, fieldPrefix: fieldPrefix)
        if !journal.send(entry) { fallback(LogLine.prefixed(message.record) + "\n") }
    }
}

/// Writes messages as lines on stderr, for a service that a person started by hand.
package struct TerminalWriter {
    private let colored: Bool
    private let output: (String) -> Void

    /// - Parameters:
    ///   - colored: see ``StandardError/showsColors(environment:isTerminal:)``.
    ///   - output: takes a line, newline included.
    package init(colored: Bool, output: @escaping (String) -> Void = StandardError.write) {
        self.colored = colored
        self.output = output
    }

    package func write(_ message: LogMessage) {
        output(LogLine.forPeople(message.record, at: message.time, colored: colored) + "\n")
    }
}
