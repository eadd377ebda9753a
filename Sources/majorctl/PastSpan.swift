import MajorAPI
import Routing
import Time
import Wording

/// The time that a command looks back on, as it was typed: from one moment on, until just before another.
struct PastSpan {
    let from: Instant?
    let until: Instant?

    /// - Parameter longest: How long it may be, with `until` or else now as its end; nil: as long as one likes.
    /// - Throws: What is wrong with how it was typed; and that it is still to come, ends before it begins, or is too long.
    init(
        from: [String], until: [String], longest: Milliseconds? = nil, _ reader: MomentReader, _ time: TimeWords,
        _ session: Session
    ) throws {
        func moment(_ words: [String]) throws -> Instant? {
            guard !words.isEmpty else { return nil }
            return try session.reading(time) { () throws(MomentError) in try reader.bound(words) }.instant
        }
        (self.from, self.until) = (try moment(from), try moment(until))
        guard let start = self.from else { return }
        let end = self.until ?? reader.now
        try session.reading(time) { () throws(MomentError) in
            let (local, localEnd) = (reader.clock.local(start), reader.clock.local(end))
            guard start <= reader.now else { throw .notYet(from.joined(separator: " "), local) }
            guard start <= end else { throw .endsBeforeStart(start: local, end: localEnd) }
            guard start < end else { throw .noLength(local) }
        }
        if let longest, end.since(start) > longest {
            throw session.refusal(ReportWords(time.language).tooLong(days: Int(longest.count / 86_400_000)))
        }
    }
}
