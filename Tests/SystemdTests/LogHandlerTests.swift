import Foundation
import Logging
import Synchronization
import Systemd
import Testing

/// Keeps the lines that a handler writes.
private final class Lines: Sendable {
    private let storage = Mutex<[String]>([])

    func append(_ line: String) { storage.withLock { $0.append(line) } }
    var all: [String] { storage.withLock { $0 } }
}

@Suite struct LogHandlerTests {
    private static func handler(
        _ level: Logger.Level = .info, _ write: @escaping @Sendable (LogMessage) -> Void
    ) -> ServiceLogHandler {
        ServiceLogHandler(
            level: level, clock: { TimeOfDay(hour: 8, minute: 30, second: 0, millisecond: 0) }, output: write)
    }

    /// As in a service whose journal is not reachable.
    private static func prefixed(_ lines: Lines) -> @Sendable (LogMessage) -> Void {
        { message in
            JournalWriter(
                journal: .unreachable, identifier: "exchange", fieldPrefix: "EX", fallback: lines.append
            ).write(message)
        }
    }

    @Test("a logger writes lines to the terminal, with its own metadata and the provider's, from its level on")
    func terminal() {
        let lines = Lines()
        let logger = Logger(label: "test") { _ in
            var handler = Self.handler { TerminalWriter(colored: false, output: lines.append).write($0) }
            handler.metadataProvider = Logger.MetadataProvider { ["generation": "7"] }
            handler[metadataKey: "client"] = "noord"
            return handler
        }
        logger.debug("not seen")
        logger.info("call decided", metadata: ["agent": "jdevries"])
        #expect(lines.all == ["08:30:00.000 info  call decided  agent=jdevries client=noord generation=7\n"])
    }

    @Test("a journal that is not reachable leaves prefixed lines on stderr")
    func journalFallback() {
        let lines = Lines()
        let logger = Logger(label: "test") { _ in Self.handler(.debug, Self.prefixed(lines)) }
        logger.debug("asked")
        logger.critical("nobody is there", metadata: ["alert": "true", "client": "noord"])
        #expect(lines.all == ["<7>asked\n", "<1>nobody is there  client=noord\n"])
    }

    @Test("copies of a logger do not share metadata or level")
    func values() {
        let lines = Lines()
        let first = Logger(label: "test") { _ in Self.handler(.info, Self.prefixed(lines)) }
        var second = first
        second[metadataKey: "call"] = "2"
        second.logLevel = .error
        first.info("one")
        second.info("not seen")
        second.error("two")
        #expect(lines.all == ["<6>one\n", "<3>two  call=2\n"])
    }
}
