/// A part of a YAML file with the place where it begins.
struct YAMLNode {
    enum Content {
        /// A text as it stands there; plain without quotes.
        case text(String, isPlain: Bool)
        case list([YAMLNode])
        /// Keys, each a text, and values in order.
        case fields([(key: YAMLNode, value: YAMLNode)])
    }

    /// Where something begins: line and column from 1.
    struct Mark {
        let line: Int32
        let column: Int32
    }

    let content: Content
    let mark: Mark

    /// What it is, for findings.
    var kind: String {
        switch content {
        case .text: "a text"
        case .list: "a list"
        case .fields: "keys and values"
        }
    }
}
