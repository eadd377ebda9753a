import Logging
import Systemd
import Testing

@Suite struct LogRecordTests {
    @Test(
        "levels map to syslog's priorities",
        arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priority(level: Logger.Level, expected: Int) {
        #expect(LogPriority(level).rawValue == expected)
        #expect(record(level: level).priority.rawValue == expected)
    }

    @Test(
        "true under `alert` raises any level to alert, and the key is not written",
        arguments: [
            (["alert": "true"], 1, []),
            (["alert": .stringConvertible(true)], 1, []),
            (["alert": "false"], 3, []),
            (["alert": "siren"], 3, ["alert"]),
            ([:], 3, []),
        ] as [(Logger.Metadata, Int, [String])])
    func alert(metadata: Logger.Metadata, priority: Int, keys: [String]) {
        let record = record(level: .error, metadata: metadata)
        #expect(record.priority.rawValue == priority)
        #expect(record.attributes.map(\.key) == keys)
    }

    @Test("the event's metadata goes before the provider's, the provider's before the logger's, sorted by key")
    func precedence() {
        let record = LogRecord(
            event(metadata: ["b": "event"]), logger: ["c": "logger", "b": "logger", "a": "logger"],
            provided: ["b": "provider", "a": "provider"])
        #expect(record.attributes.map { "\($0.key)=\($0.value)" } == ["a=provider", "b=event", "c=logger"])
    }

    @Test("an event's error becomes metadata, unless the event says it itself")
    func error() {
        struct Trouble: Error, CustomStringConvertible { let description = "disk full" }
        var event = event(metadata: [:])
        event.error = Trouble()
        #expect(LogRecord(event, logger: [:], provided: [:]).attributes.map(\.value) == ["disk full"])
        event.metadata = ["error": "own words"]
        #expect(LogRecord(event, logger: [:], provided: [:]).attributes.map(\.value) == ["own words"])
    }
}

func event(
    level: Logger.Level = .info, _ message: String = "call decided", metadata: Logger.Metadata = [:]
) -> LogEvent {
    LogEvent(
        level: level, message: "\(message)", metadata: metadata, source: "Switchboard", file: "Switchboard/Calls.swift",
        function: "decide(_:)", line: 42)
}

func record(
    level: Logger.Level = .info, _ message: String = "call decided", metadata: Logger.Metadata = [:]
) -> LogRecord {
    LogRecord(event(level: level, message, metadata: metadata), logger: [:], provided: [:])
}
