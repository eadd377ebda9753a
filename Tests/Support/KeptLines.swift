package import Logging
import Synchronization

/// What was logged.
package final class KeptLines: Sendable {
    package struct Line: Sendable {
        package let level: Logger.Level
        package let message: String
        package let metadata: Logger.Metadata
    }

    private let kept = Mutex<[Line]>([])

    package init() {}

    package var lines: [Line] { kept.withLock { $0 } }

    package func append(_ line: Line) {
        kept.withLock { $0.append(line) }
    }
}

/// Keeps what is logged.
package struct KeepingHandler: LogHandler {
    private let lines: KeptLines
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]

    package init(lines: KeptLines, logLevel: Logger.Level = .trace) {
        self.lines = lines
        self.logLevel = logLevel
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        lines.append(
            KeptLines.Line(
                level: event.level, message: event.message.description,
                metadata: metadata.merging(event.metadata ?? [:]) { $1 }))
    }
}
