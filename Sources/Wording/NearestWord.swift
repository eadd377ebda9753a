/// The known word that a mistyped one most likely means.
package enum NearestWord {
    /// Nil where none is near: more than a third of the letters would have to change.
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().utf8)
        // Nobody mistypes so long a word, and the distance takes quadratic time.
        guard letters.count <= 64 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(letters, Array(candidate.lowercased().utf8))
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, max(letters.count, best.word.utf8.count) / 3) else { return nil }
        return best.word
    }

    /// `; did you mean …?`, or nothing.
    package static func suggestion(for word: String, among known: some Sequence<String>) -> String {
        nearest(to: word, among: known).map { "; did you mean `\($0)`?" } ?? ""
    }

    /// Levenshtein's distance, in which two letters in each other's place count once: that is what fingers do.
    static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var row = [index + 1]
            for (column, counterpart) in other.enumerated() {
                var least = min(last[column] + (letter == counterpart ? 0 : 1), last[column + 1] + 1, row[column] + 1)
                if index > 0, column > 0, letter == other[column - 1], one[index - 1] == counterpart {
                    least = min(least, before[column - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}
