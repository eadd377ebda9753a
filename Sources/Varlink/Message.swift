/// What a member of a message may be: text, a number, yes or no, a word, a list, a map, or members of its own.
package protocol VarlinkValue: Sendable {
    /// Reads a value.
    /// - Throws: The place in it of what is missing or wrong.
    init(json: JSONValue) throws(JSONCodingError)
    func write(to json: inout JSONWriter)
}

/// What is an object on the wire: the parameters of a call, a reply or an error, and what lies in them. A script makes them of an
/// interface's definition.
package protocol VarlinkMessage: VarlinkValue {
    /// Reads the members, and ignores those that the type does not know.
    /// - Throws: The place of what is missing or wrong, such as `clients[2].name`.
    init(members: JSONObject) throws(JSONCodingError)
    /// Writes the members in the order of their names on the wire.
    func writeMembers(to json: inout JSONWriter)
}

extension VarlinkMessage {
    package init(json: JSONValue) throws(JSONCodingError) {
        guard case .object(let members) = json else { throw JSONCodingError() }
        try self.init(members: members)
    }

    /// Reads JSON that a program of majord's own has written, such as a reply's members. Nil where it is something else.
    package init?(text: [UInt8]) {
        guard let json = try? JSONReader.read(text), let message = try? Self(json: json) else { return nil }
        self = message
    }

    package func write(to json: inout JSONWriter) {
        json.open()
        writeMembers(to: &json)
        json.close()
    }

    /// The message as one line of JSON.
    package var text: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }
}

/// One word of several. Those that a version does not know are kept.
package protocol VarlinkWord: VarlinkValue, Hashable, CustomStringConvertible {
    init(word: String)
    /// As it is on the wire.
    var word: String { get }
}

extension VarlinkWord {
    package init(json: JSONValue) throws(JSONCodingError) { self.init(word: try String(json: json)) }
    package func write(to json: inout JSONWriter) { json.string(word) }
    package var description: String { word }
}

/// One word of several, and no other.
extension VarlinkValue where Self: RawRepresentable, RawValue == String {
    package init(json: JSONValue) throws(JSONCodingError) {
        guard let value = Self(rawValue: try String(json: json)) else { throw JSONCodingError() }
        self = value
    }

    package func write(to json: inout JSONWriter) { json.string(rawValue) }
}
