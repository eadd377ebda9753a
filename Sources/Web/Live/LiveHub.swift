import Foundation
import MajorAPI
package import Time
import Wording

/// Gives what majord tells each kind of reader to all who look: what is on the page of this moment is made once for all who read the same.
package actor LiveHub {
    /// What somebody looks at.
    package struct Wish: Hashable, Sendable {
        package let language: Language
        /// The page of this moment gets its parts; others hear that something has changed.
        package let getsParts: Bool
        package let isWall: Bool

        package init(language: Language, getsParts: Bool, isWall: Bool) {
            self.language = language
            self.getsParts = getsParts
            self.isWall = isWall
        }
    }

    private struct Source: Hashable {
        let reader: Reader
        let language: Language
    }

    private struct Follower {
        let wish: Wish
        let visitor: Visitor
        let stream: AsyncStream<String>.Continuation
    }

    private struct Channel {
        let upstream: Upstream
        var facts: NowFacts?
        var awaySince: String?
        var followers: [UUID: Follower] = [:]
        /// What was told last, of each wish.
        var told: [Wish: [String: String]] = [:]
        /// When that was, and whether something waits to be told.
        var toldAt: ContinuousClock.Instant?
        var isWaiting = false
    }

    private let socket: String
    private let templates: Templates
    private let now: @Sendable () -> Instant
    private var channels: [Source: Channel] = [:]
    private var ticking: Task<Void, Never>?

    /// How often pages hear that the connection lives, and durations go on.
    private static let beat: Duration = .seconds(5)
    /// Changes that follow each other faster are told together: calls come in bursts, and hundreds may look.
    private static let pace: Duration = .milliseconds(250)
    /// Who reads so slowly that this much waits is let go; his browser comes again.
    private static let waiting = 32

    package init(socket: String, templates: Templates, now: @escaping @Sendable () -> Instant) {
        self.socket = socket
        self.templates = templates
        self.now = now
    }

    /// How many look.
    package var count: Int { channels.values.reduce(0) { $0 + $1.followers.count } }

    /// Server-sent events for somebody; the first ones tell how all is.
    package func follow(_ visitor: Visitor, _ wish: Wish) -> AsyncStream<String> {
        let source = Source(reader: visitor.reader, language: wish.language)
        let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingOldest(Self.waiting))
        let id = UUID()
        continuation.onTermination = { [weak self] _ in Task { await self?.leave(id, source) } }
        var channel = channels[source] ?? open(source)
        channel.followers[id] = Follower(wish: wish, visitor: visitor, stream: continuation)
        channels[source] = channel
        continuation.yield("retry: 3000\n\n")
        if let facts = channel.facts {
            if wish.getsParts {
                continuation.yield(Self.event("parts", JSONText.object(parts(facts, visitor, wish))))
            }
            continuation.yield(beat(facts))
        }
        if ticking == nil {
            ticking = Task { [weak self] in
                while (try? await Task.sleep(for: Self.beat)) != nil { await self?.tick() }
            }
        }
        return stream
    }

    private func open(_ source: Source) -> Channel {
        let upstream = Upstream(socket: socket, reader: source.reader, language: source.language.rawValue)
        Task { [weak self] in
            for await news in upstream.news { await self?.take(news, source, upstream) }
        }
        return Channel(upstream: upstream)
    }

    private func leave(_ id: UUID, _ source: Source) {
        channels[source]?.followers[id] = nil
        guard let channel = channels[source], channel.followers.isEmpty else { return }
        channel.upstream.stop()
        channels[source] = nil
        if channels.isEmpty {
            ticking?.cancel()
            ticking = nil
        }
    }

    private func take(_ news: Upstream.News, _ source: Source, _ upstream: Upstream) {
        guard var channel = channels[source], channel.upstream === upstream else { return }
        switch news {
        case .away:
            let since = channel.awaySince ?? clock(channel.facts)
            channel.awaySince = since
            channels[source] = channel
            let text = PageWords(source.language).away(since: since)
            tell(source, channel.followers.keys) { _ in Self.event("away", JSONText.object(["text": text])) }
        case .facts(let facts):
            let isNew = channel.facts != facts
            channel.facts = facts
            channel.awaySince = nil
            let waits = channel.isWaiting
            channel.isWaiting = isNew || waits
            channels[source] = channel
            guard isNew, !waits else { return }
            let wait = channel.toldAt.map { $0 + Self.pace - .now } ?? .zero
            guard wait > .zero else { return tellChange(source) }
            Task { [weak self] in
                try? await Task.sleep(for: wait)
                await self?.tellChange(source)
            }
        }
    }

    private func tellChange(_ source: Source) {
        guard channels[source]?.isWaiting == true else { return }
        channels[source]?.isWaiting = false
        channels[source]?.toldAt = .now
        update(source)
        let others = channels[source]?.followers.filter { !$0.value.wish.getsParts }.keys
        if let others { tell(source, others) { _ in Self.event("changed", "{}") } }
    }

    private func tick() {
        for source in channels.keys {
            update(source)
            guard let channel = channels[source], channel.awaySince == nil, let facts = channel.facts else { continue }
            let text = beat(facts)
            tell(source, channel.followers.keys) { _ in text }
        }
    }

    /// Tells the parts that are others now.
    private func update(_ source: Source) {
        guard let channel = channels[source], let facts = channel.facts, channel.awaySince == nil else { return }
        for (wish, followers) in Dictionary(grouping: channel.followers, by: \.value.wish) where wish.getsParts {
            guard let visitor = followers.first?.value.visitor else { continue }
            let parts = parts(facts, visitor, wish)
            let before = channel.told[wish] ?? [:]
            let changed = parts.filter { before[$0.key] != $0.value }
            guard !changed.isEmpty else { continue }
            channels[source]?.told[wish] = parts
            let text = Self.event("parts", JSONText.object(changed))
            tell(source, followers.map(\.key)) { _ in text }
        }
    }

    private func parts(_ facts: NowFacts, _ visitor: Visitor, _ wish: Wish) -> [String: String] {
        let context = PageContext(visitor: visitor, language: wish.language, isWall: wish.isWall)
        return NowPage(context: context, templates: templates).parts(facts, at: moment(facts))
    }

    private func tell(_ source: Source, _ followers: some Sequence<UUID>, _ text: (Follower) -> String) {
        for id in followers {
            guard let follower = channels[source]?.followers[id] else { continue }
            if case .dropped = follower.stream.yield(text(follower)) { follower.stream.finish() }
        }
    }

    private func moment(_ facts: NowFacts) -> String {
        TimeZone(identifier: facts.status.timeZone).map { ServiceClock($0).rfc3339(now()) } ?? facts.status.now
    }

    private func clock(_ facts: NowFacts?) -> String { facts.map { moment($0).clock } ?? "" }

    private func beat(_ facts: NowFacts) -> String {
        Self.event("beat", JSONText.object(["clock": moment(facts).clock]))
    }

    /// Data is JSON, which has no line ends.
    private static func event(_ name: String, _ data: String) -> String { "event: \(name)\ndata: \(data)\n\n" }
}
