/// A log record with the time at which it was logged, which may be before it is written.
package struct LogMessage: Sendable, Equatable {
    package let record: LogRecord
    package let time: TimeOfDay

    package init(_ record: LogRecord, at time: TimeOfDay) {
        self.record = record
        self.time = time
    }

    /// About how much memory its texts take, in bytes.
    var size: Int {
        record.attributes.reduce(record.message.utf8.count) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    }
}
