/// What makes a message unusable. There is no telling what the peer meant, so the connection ends.
package enum MessageError: Error, Equatable {
    /// Longer than the receiver takes.
    case tooLong
    /// More than 16 arrays and objects in one another.
    case tooDeep
    /// No JSON from this byte offset on.
    case notJSON(offset: Int)
    /// JSON, but no object.
    case notAnObject
    /// This member is missing or has the wrong type.
    case member(String)
}

extension MessageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong: "the message is too long"
        case .tooDeep: "the message nests more than \(JSONReader.maximumDepth) levels deep"
        case .notJSON(let offset): "the message is no JSON at byte \(offset)"
        case .notAnObject: "the message is no JSON object"
        case .member(let name): "the message's member \"\(name)\" is missing or has the wrong type"
        }
    }
}

extension MessageError {
    /// What an InvalidParameter reply names: the member, or the message as a whole.
    var parameter: String {
        if case .member(let name) = self { name } else { "message" }
    }
}

extension JSONReader {
    /// The members of a message.
    static func message(_ frame: [UInt8]) throws(MessageError) -> JSONObject {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try read(frame)
        } catch {
            switch error {
            case .tooDeep: throw .tooDeep
            case .malformed(let offset): throw .notJSON(offset: offset)
            }
        }
        guard case .object(let members) = value else { throw .notAnObject }
        return members
    }
}

extension JSONObject {
    /// A flag of a message: false when it is missing or null.
    func flag(_ name: String) throws(MessageError) -> Bool {
        switch self[name] {
        case nil, .null: return false
        case .bool(let value): return value
        default: throw .member(name)
        }
    }

    /// For whom a message says to speak: nil when that is missing or null.
    func speaksFor() throws(MessageError) -> String? {
        switch self["for"] {
        case nil, .null: return nil
        // Names are no longer anywhere.
        case .string(let name) where name.utf8.count <= 256: return name
        default: throw .member("for")
        }
    }

    /// The parameters of a message: missing, null and empty are the same.
    func parameters() throws(MessageError) -> JSONObject {
        switch self["parameters"] {
        case nil, .null: return [:]
        case .object(let parameters): return parameters
        default: throw .member("parameters")
        }
    }
}
