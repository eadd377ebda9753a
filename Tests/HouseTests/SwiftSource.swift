/// A file of Swift, as far as tests look at it.
struct SwiftSource {
    let path: String
    let text: String
    /// The text without remarks and without what stands in strings.
    let code: String

    init(_ path: String) throws {
        self.path = path
        text = try Project.text(path)
        code = Self.code(of: text)
    }

    /// All files of Sources, or of a folder in it and those below.
    static func all(below folder: String) throws -> [SwiftSource] {
        try sources.get().filter { $0.path.hasPrefix("\(folder)/") }
    }

    /// Read once: many tests look at each.
    private static let sources = Result {
        try Project.files(below: "Sources", ending: ".swift").map { try SwiftSource($0) }
    }

    /// The modules that the file imports.
    var imports: [String] {
        code.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "package" || $0 == "public" }
            return words.first == "import" ? words.last.map(String.init) : nil
        }
    }

    /// The place of the first occurrence of a text of `code`, for a failure.
    func place(of text: some StringProtocol) -> String {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(path):\((lines.firstIndex { $0.contains(text) } ?? 0) + 1)"
    }

    /// The lines stay, so that places can be told.
    private static func code(of text: String) -> String {
        var code: [UInt8] = []
        var isMultiline = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var isString = false
            var rest = line[...]
            while let byte = rest.first {
                let isQuotes = rest.starts(with: "\"\"\"".utf8)
                if isQuotes {
                    isMultiline.toggle()
                    rest = rest.dropFirst(3)
                } else if isMultiline {
                    rest = rest.dropFirst()
                } else if isString {
                    if byte == UInt8(ascii: "\"") { isString = false }
                    rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
                } else if byte == UInt8(ascii: "\"") {
                    isString = true
                    rest = rest.dropFirst()
                } else if rest.starts(with: "//".utf8) {
                    rest = line[line.endIndex...]
                } else {
                    code.append(byte)
                    rest = rest.dropFirst()
                }
            }
            code.append(UInt8(ascii: "\n"))
        }
        return String(decoding: code, as: UTF8.self)
    }
}
