extension MomentReader {
    /// When a pause is over that begins now: `45m`, `1u30`, `een half uur`, `2 hours`, or a time, such as `until 14:00`.
    package func pause(_ words: [String]) throws(MomentError) -> Understood {
        func after(_ length: Milliseconds) -> Understood {
            Understood(instant: now.advanced(by: length), remarks: [], question: nil)
        }
        let parts = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { $0.lowercased() }
        let all = parts.map { word in MomentWords.numbers[word].map { String($0) } ?? word }.joined(separator: " ")
        if let length = PauseLength(all.replacing(" ", with: "")) { return after(.seconds(length.seconds)) }
        let moments = try read(words)
        guard moments.count == 1, let moment = moments.first else { throw .tooMany }
        switch moment.length {
        case .minutes(let minutes): return after(.minutes(minutes))
        case .days, .months: throw .unreadable(moment.text)
        case nil: break
        }
        // A number alone may be minutes or an hour; a part of a day or a day is no pause.
        guard moment.partEnd == nil, moment.isEnd || Int(all) == nil else { throw .unreadable(moment.text) }
        return try back(words)
    }
}
