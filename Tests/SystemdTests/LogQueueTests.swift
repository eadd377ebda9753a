import Dispatch
import Foundation
import Logging
import Synchronization
import Testing

@testable import Systemd

private func message(_ text: String, _ level: Logger.Level = .info) -> LogMessage {
    LogMessage(
        LogRecord(level: level, message: text, messageID: nil),
        at: TimeOfDay(hour: 8, minute: 30, second: 0, millisecond: 0))
}

@Suite("Log backlog")
struct LogBacklogTests {
    private func texts(_ backlog: inout LogBacklog) -> [String] {
        var texts: [String] = []
        while let message = backlog.takeFirst() { texts.append(message.record.message) }
        return texts
    }

    @Test("messages of all levels come out in the order in which they came in")
    func order() {
        var backlog = LogBacklog(capacity: 100, sizeLimit: 1_000_000)
        let levels: [Logger.Level] = [.info, .critical, .debug, .warning, .error, .notice, .trace]
        for number in 0..<50 { backlog.append(message("\(number)", levels[number % levels.count])) }
        #expect(texts(&backlog) == (0..<50).map(String.init))
        #expect((backlog.count, backlog.leftOut) == (0, 0))
    }

    @Test("where there is no room, the least important go first, and of those the oldest")
    func bounded() {
        var backlog = LogBacklog(capacity: 4, sizeLimit: 1_000_000)
        backlog.append(message("first error", .error))
        for number in 0..<5 { backlog.append(message("info \(number)")) }
        #expect(backlog.leftOut == 2)
        backlog.append(message("alarm", .critical))
        backlog.append(message("detail", .debug))
        #expect(texts(&backlog) == ["first error", "info 3", "info 4", "alarm"])
        #expect(backlog.takeLeftOut() == 4)
        #expect(backlog.takeLeftOut() == 0)
    }

    @Test("long messages are bounded by their size, also one that is too long by itself")
    func size() {
        var backlog = LogBacklog(capacity: 100, sizeLimit: 1_000)
        for number in 0..<10 { backlog.append(message(String(repeating: "\(number)", count: 300))) }
        #expect((backlog.count, backlog.leftOut) == (3, 7))
        backlog.append(message(String(repeating: "x", count: 2_000)))
        #expect((backlog.count, backlog.leftOut) == (0, 11))
        backlog.append(message("after it"))
        #expect(texts(&backlog) == ["after it"])
    }

    @Test("a long run in and out keeps order and room")
    func longRun() {
        var backlog = LogBacklog(capacity: 8, sizeLimit: 1_000_000)
        for number in 0..<10_000 {
            backlog.append(message("\(number)", number.isMultiple(of: 3) ? .warning : .info))
            if number >= 4 { #expect(backlog.takeFirst()?.record.message == "\(number - 4)") }
        }
        #expect(backlog.leftOut == 0)
    }
}

@Suite("Log queue")
struct LogQueueTests {
    /// A log that takes messages only while its gate is open.
    private final class Reader: Sendable {
        private let lines = Mutex<[String]>([])
        let gate = DispatchSemaphore(value: 0)

        var all: [String] { lines.withLock { $0 } }

        func take(_ message: LogMessage) {
            gate.wait()
            lines.withLock { $0.append(message.record.message) }
        }

        func goOn() {
            for _ in 0..<10_000 { gate.signal() }
        }
    }

    @Test("logging and the end do not wait for a log that nobody reads; what is left out is told, the rest is in order")
    func stuck() throws {
        let reader = Reader()
        let queue = LogQueue(capacity: 5) { { reader.take($0) } }
        let logger = Logger(label: "test") { queue.handlerFactory(level: .info)($0) }
        for number in 0..<100 { logger.info("\(number)") }
        logger.critical("nobody is there")
        #expect(!queue.flush(stall: .milliseconds(20)))
        #expect(reader.all.isEmpty)
        reader.goOn()
        #expect(queue.flush(stall: .seconds(30), limit: .seconds(30)))
        let lines = reader.all
        #expect(lines.last == "nobody is there")
        let told = try #require(lines.first { $0.contains("were left out") })
        let written = lines.compactMap { Int($0) }
        #expect(written == written.sorted())
        #expect(told.hasPrefix("\(100 - written.count) messages were left out"))
        #expect(written.suffix(4) == [96, 97, 98, 99])
        logger.info("later")
        #expect(queue.flush(stall: .seconds(30), limit: .seconds(30)))
        #expect(reader.all == lines + ["later"])
    }

    @Test("what was logged before a flush is written when the log is read")
    func flushed() {
        let reader = Reader()
        reader.goOn()
        let queue = LogQueue { { reader.take($0) } }
        for number in 0..<1_000 { queue.append(message("\(number)")) }
        #expect(queue.flush(stall: .seconds(30), limit: .seconds(30)))
        #expect(reader.all == (0..<1_000).map(String.init))
        #expect(queue.stuck == nil)
    }

    @Test("lines of many threads are all written, each thread's in order")
    func threads() {
        let reader = Reader()
        reader.goOn()
        let queue = LogQueue { { reader.take($0) } }
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for number in 0..<200 { queue.append(message("\(thread):\(number)")) }
        }
        #expect(queue.flush(stall: .seconds(30), limit: .seconds(30)))
        for thread in 0..<8 {
            #expect(reader.all.filter { $0.hasPrefix("\(thread):") } == (0..<200).map { "\(thread):\($0)" })
        }
    }
}
