import Time

/// What a mistyped word for a day or a time most likely means.
enum MomentSpelling {
    /// Shorter ones may be anything.
    private static let shortest = 5

    /// Nil where a word of it is near none that is known.
    static func suggestion(for text: String) -> String? {
        let known = Moment.knownWords
        var isMistyped = false
        var meant: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if known.contains(word) {
                meant.append(word)
                continue
            }
            guard word.count >= shortest,
                let nearest = NearestWord.nearest(to: word, among: known.filter { $0.count >= shortest }.sorted())
            else { return nil }
            isMistyped = true
            meant.append(nearest)
        }
        return isMistyped ? meant.joined(separator: " ") : nil
    }
}
