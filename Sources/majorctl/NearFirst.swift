import Time
import Wording

/// A list of what is to come that would be too long to read: what begins in the next weeks, and how much there is later.
struct NearFirst<Entry> {
    /// In the order in which they came.
    let near: [Entry]
    /// A line on what is left out, where something is.
    let left: [String]

    /// - Parameters:
    ///   - isAll: Whether all are wanted.
    ///   - mostOfAll: So many are shown all at once.
    ///   - more: How many majord left out.
    ///   - start: When an entry begins, RFC 3339.
    init(
        _ entries: [Entry], isAll: Bool, mostOfAll: Int = NearFirstWords.mostOfAll, more: Int = 0, _ time: TimeWords,
        start: (Entry) -> String
    ) {
        let horizon = time.now.day.advanced(by: 7 * NearFirstWords.weeks)
        let isWhole = isAll || entries.count <= mostOfAll
        near =
            isWhole
            ? entries
            : entries.filter { entry in LocalDateTime(rfc3339: start(entry)).map { $0.day < horizon } ?? true }
        let words = NearFirstWords(time.language)
        let later = entries.count - near.count + more
        left = later == 0 ? [] : [isWhole ? words.more(later) : words.later(later)]
    }
}
