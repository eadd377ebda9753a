import AGI

/// A variable of Asterisk's channel.
struct AgiVariable: Equatable {
    let name: String
    let value: String

    /// The AGI command that sets it.
    var command: String {
        var bytes = Array("SET VARIABLE \(name) ".utf8)
        AGIText(value).forEachByte { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }
    /// The AGI command that has Asterisk say a text on its console, and in its logs that take `verbose`, however quiet Asterisk is.
    static func verbose(_ text: String) -> String {
        var bytes = Array("VERBOSE ".utf8)
        AGIText(text).forEachByte { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self) + " 0"
    }
}
