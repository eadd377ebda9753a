import CPostgreSQL
import Foundation
import Glibc
import Routing
import Synchronization

/// What several sites tell one another over the database where their records are: that something was changed, whose calls keep agents busy, and that
/// they are there. On a connection of its own, and a thread that nobody waits for; nothing of it is kept for long, or waits for a disk.
package final class SiteExchange: Sendable {
    /// What the exchange asks and tells, on its thread.
    package struct Ends: Sendable {
        let marks: @Sendable () -> [BusyMark]
        /// What came to be known of agents and is untold, or all that holds, for one who has heard nothing.
        let news: @Sendable (_ isAll: Bool) -> [AgentNews]
        /// Since when calls of other sites are looked up in the records.
        let lookUp: @Sendable () -> TakeUp
        let takeUp: @Sendable (CallsOfSites) -> Void
        let take: @Sendable (BusyNews) -> Void
        let release: @Sendable (BusyRelease) -> Void
        let describe: @Sendable () -> SiteDescription

        package init(
            marks: @escaping @Sendable () -> [BusyMark], news: @escaping @Sendable (_ isAll: Bool) -> [AgentNews],
            lookUp: @escaping @Sendable () -> TakeUp, takeUp: @escaping @Sendable (CallsOfSites) -> Void,
            take: @escaping @Sendable (BusyNews) -> Void, release: @escaping @Sendable (BusyRelease) -> Void,
            describe: @escaping @Sendable () -> SiteDescription
        ) {
            (self.marks, self.news, self.lookUp, self.takeUp) = (marks, news, lookUp, takeUp)
            (self.take, self.release, self.describe) = (take, release, describe)
        }
    }

    /// Of the thread alone.
    struct Talk: Sendable {
        var connection: PostgreSQLConnection?
        var ends: Ends?
        /// What came to be known of agents, until it was told.
        var news: [AgentNews] = []
        /// What was told last.
        var told: [Int64: BusyMark] = [:]
        var nextBeat = ContinuousClock.now
        /// Whether the connection before was given up since no answer came.
        var isAfterSilence = false
    }

    let engine: PostgreSQLEngine
    let server: PostgreSQLServer
    let talk = Mutex(Talk())
    let standing = Mutex(SiteStanding())
    /// What is to be told as soon as that can be.
    private let releases = Mutex<[BusyRelease]>([])
    private let changes = Mutex<[SharedPart: Int64]>([:])
    private let isEnded = Atomic(false)
    private let bell: Int32
    /// A signal whenever something may be another at other sites; for one reader.
    package let hints: AsyncStream<Void>
    let hint: AsyncStream<Void>.Continuation

    static let beat: Duration = .seconds(1)
    /// How long a statement may take, in milliseconds.
    static let limit: Int32 = 1_500

    init(_ engine: PostgreSQLEngine) {
        self.engine = engine
        server = engine.server
        bell = cpq_bell()
        (hints, hint) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit {
        if bell >= 0 { close(bell) }
    }

    /// Begins to tell and to hear; it ends with `end`, or with whoever holds it.
    package func begin(_ ends: Ends) {
        talk.withLock { $0.ends = ends }
        engine.connected.withLock { $0 = { [weak self] in self?.ring() } }
        engine.changed.withLock { $0 = { [weak self] in self?.tell($0) } }
        let thread = Thread { [weak self] in
            while self?.turn() == true {}
        }
        thread.name = "majord-sites"
        thread.start()
    }

    package func end() {
        isEnded.store(true, ordering: .relaxed)
        ring()
        hint.finish()
    }

    /// Has it looked whose calls keep agents busy. Never waits.
    package func ring() {
        if bell >= 0 { cpq_ring(bell) }
    }

    /// Has other sites let an agent go. Never waits; it is told as soon as the database is there.
    package func tell(_ release: BusyRelease) {
        releases.withLock { $0.append(release) }
        ring()
    }

    /// Has other sites look at what was changed. Never waits; who does not hear it looks within a second.
    private func tell(_ numbers: [SharedPart: Int64]) {
        changes.withLock { $0.merge(numbers) { max($0, $1) } }
        ring()
    }

    /// Does what is to be done, then waits for the next.
    ///
    /// - Returns: Whether to go on.
    private func turn() -> Bool {
        let bell = bell
        guard !isEnded.load(ordering: .relaxed) else {
            talk.withLock { talk in
                // Whoever is next need not wait until it is over.
                _ = try? talk.connection?.run(
                    "DELETE FROM lease WHERE site = $1", [.text(server.site.id)], within: Self.limit)
                talk.connection = nil
            }
            standing.withLock { $0.tellsUntil = nil }
            return false
        }
        talk.withLock { talk in
            do {
                let connection = try connected(&talk)
                try tellChanges(connection)
                if ContinuousClock.now >= talk.nextBeat { try beat(connection, &talk) }
                try tellMarks(connection, &talk)
                while let release = releases.withLock(\.first) {
                    try free(release, connection)
                    try tell(release.text, connection)
                    releases.withLock { _ = $0.removeFirst() }
                }
                // What came together with the answer to a statement wakes nobody.
                var notices = connection.notices()
                if notices.isEmpty {
                    let left = (talk.nextBeat - .now) / .milliseconds(1)
                    try connection.wait(bell, atMost: Int32(max(min(left, 1_000), 1)))
                    notices = connection.notices()
                }
                for notice in notices { try hear(notice.channel, notice.text, connection, &talk) }
            } catch {
                talk.connection = nil
                standing.withLock { standing in
                    standing.isConnected = false
                    standing.tellsUntil = nil
                }
                hint.yield()
                if case .late? = error as? PostgreSQLFailure, !talk.isAfterSilence {
                    // It may be this connection alone that is of no use.
                    talk.isAfterSilence = true
                } else {
                    // A server that refuses at once is not asked all the time. Whoever connects rings.
                    _ = cpq_wait(nil, bell, 1_000)
                }
            }
        }
        return true
    }

    private func connected(_ talk: inout Talk) throws -> PostgreSQLConnection {
        if let connection = talk.connection { return connection }
        // The other connection makes the schema, and knows who this is.
        guard engine.cause == nil else { throw engine.cause ?? .unavailable(cause: "") }
        let connection = try server.connect(.listening)
        if talk.isAfterSilence { engine.giveUpWaiting() }
        // What was sent over the one before and is on its way yet must not come after what is told over this one.
        try PostgreSQLHold(connection: connection, server: server).takeExchange()
        for channel in [SiteNotice.changes, SiteNotice.busy] {
            _ = try connection.run("LISTEN \"\(channel)\"", within: Self.limit)
        }
        talk.connection = connection
        talk.nextBeat = .now
        // What others tell from now on comes after what they have recorded.
        if let ends = talk.ends { ends.takeUp(try calls(since: ends.lookUp(), connection)) }
        try tell(BusyNews.question(of: server.site.id), connection)
        try tellAllMarks(connection, &talk)
        talk.isAfterSilence = false
        standing.withLock { $0.isConnected = true }
        hint.yield()
        return connection
    }

    private func hear(
        _ channel: String, _ text: String, _ connection: PostgreSQLConnection, _ talk: inout Talk
    ) throws {
        guard channel == SiteNotice.busy else {
            guard let notice = SiteNotice(text), notice.site != server.site.id else { return }
            standing.withLock { standing in
                standing.numbers[notice.part] = max(standing.numbers[notice.part] ?? 0, notice.number)
            }
            hint.yield()
            return
        }
        if let asker = BusyNews.asker(text) {
            if asker != server.site.id { try tellAllMarks(connection, &talk) }
        } else if let release = BusyRelease(text) {
            talk.ends?.release(release)
        } else if let news = BusyNews(text), news.site != server.site.id {
            talk.ends?.take(news)
        }
    }

    private func tellMarks(_ connection: PostgreSQLConnection, _ talk: inout Talk) throws {
        guard let ends = talk.ends else { return }
        talk.news += ends.news(false)
        let marks = Dictionary(ends.marks().map { ($0.call.number, $0) }) { _, last in last }
        guard marks != talk.told || !talk.news.isEmpty else { return }
        let held = marks.values.filter { talk.told[$0.call.number] != $0 }
        let released = talk.told.values.filter { marks[$0.call.number] == nil }.map(\.call)
        try tell(BusyNews(site: server.site.id, held: held, released: released, agents: talk.news), connection)
        (talk.told, talk.news) = (marks, [])
    }

    private func tellAllMarks(_ connection: PostgreSQLConnection, _ talk: inout Talk) throws {
        let marks = talk.ends?.marks() ?? []
        talk.told = Dictionary(marks.map { ($0.call.number, $0) }) { _, last in last }
        let news = talk.ends?.news(true) ?? []
        try tell(BusyNews(site: server.site.id, held: marks, agents: news, isAll: true), connection)
    }

    private func tell(_ news: BusyNews, _ connection: PostgreSQLConnection) throws {
        for text in news.texts { try tell(text, connection) }
    }

    private func tellChanges(_ connection: PostgreSQLConnection) throws {
        let numbers = changes.withLock { changes in
            defer { changes = [:] }
            return changes
        }
        for (part, number) in numbers {
            try tell(SiteNotice(part, number, by: server.site.id).text, on: SiteNotice.changes, connection)
        }
    }

    private func tell(
        _ text: String, on channel: String = SiteNotice.busy, _ connection: PostgreSQLConnection
    ) throws {
        _ = try connection.run("SELECT pg_notify($1, $2)", [.text(channel), .text(text)], within: Self.limit)
    }
}
