package import Logging

/// A log event with all its metadata as text, ready for either handler to write.
package struct LogRecord: Sendable, Equatable {
    /// The metadata key that raises an event to ``LogPriority/alert`` when its value is true; it is not written itself.
    package static let alertKey = "alert"

    /// The metadata key whose value is the journal's `MESSAGE_ID=`, which leads to the message catalog. On a terminal it says nothing.
    package static let messageIDKey = "message-id"

    package struct Attribute: Sendable, Equatable {
        package let key: String
        package let value: String
    }

    package let level: Logger.Level
    package let priority: LogPriority
    package let message: String
    /// 32 hexadecimal digits that name the kind of message (systemd.journal-fields(7)).
    package let messageID: String?
    /// Sorted by key.
    package let attributes: [Attribute]
    package let file: String
    package let function: String
    package let line: UInt

    /// A record without metadata.
    init(
        level: Logger.Level, message: String, messageID: String?, file: String = #fileID, function: String = #function,
        line: UInt = #line
    ) {
        self.level = level
        priority = LogPriority(level)
        self.message = message
        self.messageID = messageID
        attributes = []
        self.file = file
        self.function = function
        self.line = line
    }

    /// The event's own metadata goes before the provider's, and the provider's before the logger's.
    package init(_ event: LogEvent, logger: Logger.Metadata, provided: Logger.Metadata) {
        var metadata = logger
        metadata.merge(provided) { $1 }
        metadata.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error, metadata["error"] == nil {
            metadata["error"] = "\(error)"
        }

        var priority = LogPriority(event.level)
        switch metadata[Self.alertKey]?.description {
        case "true":
            priority = .alert
            metadata[Self.alertKey] = nil
        case "false":
            metadata[Self.alertKey] = nil
        default:
            break
        }

        messageID = metadata.removeValue(forKey: Self.messageIDKey)?.description
        level = event.level
        self.priority = priority
        message = event.message.description
        attributes = metadata.sorted { $0.key < $1.key }.map { Attribute(key: $0.key, value: $0.value.description) }
        file = event.file
        function = event.function
        line = event.line
    }
}
