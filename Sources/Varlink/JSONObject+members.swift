/// A JSON value is not what the type says that reads it.
package struct JSONCodingError: Error, Equatable {
    /// Where it is, as in `clients[2].name`; empty for the value itself.
    package var path = ""

    /// The same as seen from the object that has the value as a member.
    func under(_ name: String) -> JSONCodingError {
        JSONCodingError(path: path.isEmpty || path.hasPrefix("[") ? name + path : "\(name).\(path)")
    }

    /// The same as seen from the list that has the value in it.
    func at(_ index: Int) -> JSONCodingError {
        JSONCodingError(path: "[\(index)]" + (path.isEmpty || path.hasPrefix("[") ? path : "." + path))
    }
}

extension JSONObject {
    /// A member that must be there.
    package func value<Member: VarlinkValue>(_ name: String) throws(JSONCodingError) -> Member {
        guard let value = self[name] else { throw JSONCodingError(path: name) }
        do throws(JSONCodingError) {
            return try Member(json: value)
        } catch {
            throw error.under(name)
        }
    }

    /// A member that may be missing, or null.
    package func optional<Member: VarlinkValue>(_ name: String) throws(JSONCodingError) -> Member? {
        guard let value = self[name] else { return nil }
        if case .null = value { return nil }
        do throws(JSONCodingError) {
            return try Member(json: value)
        } catch {
            throw error.under(name)
        }
    }

    /// The message that these members make. Those that its type does not know are ignored.
    package func decoded<Message: VarlinkMessage>(
        as type: Message.Type = Message.self
    ) throws(JSONCodingError) -> Message {
        try Message(members: self)
    }

    /// The message that these members make, nil where they do not.
    package func told<Message: VarlinkMessage>() -> Message? { try? decoded() }

    /// The members of a message, as whoever gets it reads them.
    /// - Throws: Where it nests deeper than a message may, whose one level is the message itself.
    package init(of message: some VarlinkMessage) throws(JSONSyntaxError) {
        let value = try JSONReader.read(message.text, maximumDepth: JSONReader.maximumDepth - 1)
        if case .object(let members) = value { self = members } else { self = [:] }
    }
}
