/// Makes tokens of words, in English and Dutch: what belongs together is one.
struct TokenReader {
    private(set) var words: ArraySlice<String>
    private(set) var tokens: [Token] = []

    /// - Parameter words: Each may hold several; one that is empty is an error, since a script whose variable is empty must not get a
    ///   shorter leave than it meant.
    static func read(_ words: [String]) throws(MomentError) -> [Token] {
        var all: [String] = []
        for word in words {
            let parts = word.split(whereSeparator: \.isWhitespace).map { clean($0.lowercased()) }
            guard !parts.isEmpty else { throw .missing }
            all += parts
        }
        var reader = TokenReader(words: all[...])
        while let word = reader.words.first { try reader.next(word) }
        return reader.tokens
    }

    private init(words: ArraySlice<String>) {
        self.words = words
    }

    private mutating func next(_ word: String) throws(MomentError) {
        if let exact = Self.exact(word.uppercased()) { return take(1, [.exact(exact)]) }
        if separateTime() { return }
        if takeWeeksOn() || takeLengthAhead() || takeSpan() { return }
        if try takeRhythm() { return }
        if takeNamedDay() || takeDate() { return }
        if try takeSpokenTime() { return }
        if takeTime() || takePhrase() { return }
        for count in [2, 1] where count <= words.count {
            let phrase = words.prefix(count).joined(separator: " ")
            if MomentWords.movableHolidays.contains(phrase) { throw .movable(phrase) }
        }
        let starters = MomentWords.next.union(MomentWords.this).union(MomentWords.last).union(MomentWords.coming)
        let isStarter = starters.contains(word) || ["in", "over", "for", "voor", "half"].contains(word)
        throw .unreadable(words.prefix(isStarter ? 2 : 1).joined(separator: " "))
    }

    /// RFC 3339, also without seconds: `2026-11-30T09:00+01:00`.
    private static func exact(_ word: String) -> Instant? {
        let minute = word.prefix(16)
        let whole =
            LocalDateTime(rfc3339: word) ?? LocalDateTime(rfc3339: "\(minute):00\(word.dropFirst(minute.count))")
        return whole?.instant
    }

    /// `2026-11-30t09:00`, a date and a time without a zone as programs write them, becomes two words.
    private mutating func separateTime() -> Bool {
        guard let word = words.first, let place = word.firstIndex(of: "t") else { return false }
        let (day, time) = (word[..<place], word[word.index(after: place)...])
        guard day.count == 10, Self.date(String(day)) != nil, clock(time) != nil || Self.precise(time) != nil else {
            return false
        }
        words.replaceSubrange(words.startIndex...words.startIndex, with: [String(day), String(time)])
        return true
    }

    /// The word that stands so many places ahead.
    func word(_ offset: Int) -> String? {
        offset < words.count ? words[words.startIndex + offset] : nil
    }

    /// So many words become tokens, each with their text.
    mutating func take(_ count: Int, _ kinds: [Token.Kind]) {
        let text = words.prefix(count).joined(separator: " ")
        words = words.dropFirst(count)
        tokens += kinds.map { Token(kind: $0, text: text) }
    }

    /// The same in place of the token before, which belongs to them.
    mutating func takeWithLast(_ count: Int, _ kind: Token.Kind) {
        let last = tokens.popLast()
        let text = ([last?.text].compactMap(\.self) + words.prefix(count)).joined(separator: " ")
        words = words.dropFirst(count)
        tokens.append(Token(kind: kind, text: text))
    }

    mutating func append(_ kind: Token.Kind, _ text: String) {
        tokens.append(Token(kind: kind, text: text))
    }

    /// The longest phrase that begins here.
    private mutating func takePhrase() -> Bool {
        for count in [4, 3, 2, 1] where count <= words.count {
            let phrase = words.prefix(count).joined(separator: " ")
            guard let kinds = MomentWords.phrases[phrase] else { continue }
            if MomentWords.isHoliday(phrase), case .day(.date(let day, let month, nil, nil)) = kinds.first,
                let year = year(at: count)
            {
                take(count + 1, [.day(.date(day: day, month: month, year: year))])
            } else {
                take(count, kinds)
            }
            return true
        }
        return false
    }

    /// Without a comma or a full stop behind it, and with the apostrophe of keyboards.
    private static func clean(_ word: String) -> String {
        var word = word.replacing("’", with: "'")
        while word.count > 1, word.hasSuffix(",") || word.hasSuffix(".") { word.removeLast() }
        return word
    }
}
