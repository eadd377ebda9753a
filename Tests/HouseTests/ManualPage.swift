/// A page of docs/man, in mdoc(7), as far as tests compare it.
struct ManualPage {
    let name: String
    let lines: [Substring]

    init(_ name: String) throws {
        self.name = name
        lines = try Project.text("docs/man/\(name)").split(separator: "\n")
    }

    /// The lines of a section (`.Sh`) or subsection (`.Ss`).
    func section(_ title: String) -> ArraySlice<Substring> {
        guard let start = lines.firstIndex(where: { $0 == ".Sh \(title)" || $0 == ".Ss \(title)" }) else { return [] }
        let rest = lines[(start + 1)...]
        return rest.prefix { !$0.hasPrefix(".Sh ") && !$0.hasPrefix(".Ss ") }
    }

    /// What the items of a section's outermost list begin with, such as `primary` and `backup` of `.It Cm primary , backup Pq required`.
    ///
    /// - Parameters:
    ///   - macro: `Cm` for words, `Fl` for options.
    ///   - parent: An item of the outermost list: then the items of the list inside it.
    func items(of title: String, _ macro: String, inside parent: String? = nil) -> [String] {
        var items: [String] = []
        var depth = 0
        var current: [String] = []
        for line in section(title) {
            if line.hasPrefix(".Bl ") { depth += 1 }
            if line == ".El" { depth -= 1 }
            guard line.hasPrefix(".It \(macro) ") else { continue }
            let words = Self.words(line.dropFirst(".It \(macro) ".count))
            if depth == 1 { current = words }
            if parent == nil ? depth == 1 : depth == 2 && current.contains(parent ?? "") { items += words }
        }
        return items
    }

    /// Every word that a line of the section gives with a macro, such as `.Cm before , during`.
    func words(of title: String, _ macro: String) -> [String] {
        section(title).filter { $0.hasPrefix(".\(macro) ") || $0.hasPrefix(".It \(macro) ") }
            .flatMap { Self.words($0.drop { $0 != " " }) }
    }

    /// Options are written `Fl -name`: the words of an item up to the next macro, without commas.
    private static func words(_ text: Substring) -> [String] {
        let words = text.split(separator: " ").map(String.init).filter { $0 != "Cm" && $0 != "," }
        return words.prefix { !($0.first?.isUppercase ?? false) }.filter { $0 != "|" }
    }
}
