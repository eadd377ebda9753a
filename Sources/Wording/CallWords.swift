package import Time

/// What happens to calls.
package struct CallWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// The words of the control interface in Dutch.
    private static let dutch = [
        "coming": "komt", "ringing": "gaat over", "answered": "opgenomen", "ended": "afgelopen",
    ]

    /// `coming`, `ringing`
    package func what(_ word: String) -> String {
        language.said(en: word, nl: Self.dutch[word] ?? word)
    }

    /// How wide the widest of them is.
    package var widestWhat: Int {
        Self.dutch.keys.map { what($0).count }.max() ?? 0
    }

    /// A call of which no client is known.
    package var aCall: String {
        language.said(en: "a call", nl: "een gesprek")
    }

    /// Which call it is, as it follows something: `, call call-1`.
    package func which(_ id: String) -> String {
        language.said(en: ", call \(id)", nl: ", gesprek \(id)")
    }
}
