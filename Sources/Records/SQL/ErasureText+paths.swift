/// Names of files, in which people write what the file is about.
extension ErasureText {
    /// What stands between words there.
    private static let between: Set<Character> = ["-", "_", ".", "+", "~", "(", ")", ",", "/"]

    /// Whether a path has it.
    func isIn(path: String) -> Bool { !places(inPath: path).isEmpty }

    /// Where a path has it, in order. How a file is read hangs on how its path ends, which is none of it.
    func places(inPath path: String) -> [Range<String.Index>] {
        // What is no other's is looked for where it is known whose it is.
        guard term.owner == nil else { return [] }
        switch term.identifier {
        case .number(let number): return numbers(number, in: path, isFile: true)
        case .contact(let name, _):
            guard hasLongName else { return [] }
            let words = ContactName.words(name)
            // As long as the path, so that places are the same.
            let parted = String(path.map { Self.between.contains($0) ? " " : $0 })
            let others = term.namesakes.flatMap { Self.words($0, in: parted) }
            let found = Self.words(name, in: parted) + Self.words(words.joined(), in: parted)
            return found.filter { range in !others.contains { $0.overlaps(range) } }
                .map { range in
                    let start = parted.distance(from: parted.startIndex, to: range.lowerBound)
                    let length = parted.distance(from: range.lowerBound, to: range.upperBound)
                    let first = path.index(path.startIndex, offsetBy: start)
                    return first..<path.index(first, offsetBy: length)
                }
                .sorted { $0.lowerBound < $1.lowerBound }
        }
    }
}
