import Wording

/// A status that is drawn again in place of the one before, as terminals do it (ECMA-48).
enum StatusScreen {
    /// From the first row on; what does not fit is counted in the last one.
    ///
    /// - Parameters:
    ///   - rows: How many the terminal shows; nil: all that there are.
    ///   - more: Says how many lines are left out.
    static func text(_ lines: [String], rows: Int?, more: (Int) -> String) -> String {
        var shown = lines
        // The row below the last line is the cursor's.
        if let rows, rows > 2, lines.count > rows - 1 {
            shown = Array(lines.prefix(rows - 2))
            shown.append(more(lines.count - shown.count))
        }
        return "\u{1B}[H" + shown.map { "\($0)\u{1B}[K\n" }.joined() + "\u{1B}[J"
    }
}
