import FoundationEssentials

/// A Codable type and a JSON value do not fit one another.
package struct JSONCodingError: Error, Equatable {
    /// Where it is, as in `clients[2].name`; empty for the value itself.
    package var path: String
}

extension JSONObject {
    /// The members of `value`, which must be encoded as an object.
    package init(encoding value: some Encodable) throws(JSONCodingError) {
        if let object = value as? JSONObject {
            self = object
            return
        }
        let text: Data
        do {
            text = try JSONEncoder().encode(value)
        } catch {
            throw JSONCodingError(error)
        }
        // One level of a message's depth is the message itself.
        guard
            let decoded = try? JSONReader.read(Array(text), maximumDepth: JSONReader.maximumDepth - 1),
            case .object(let object) = decoded
        else { throw JSONCodingError(path: "") }
        self = object
    }

    /// The value of a Codable type that these members describe. Members that the type does not know are ignored.
    package func decoded<Result: Decodable>(as type: Result.Type = Result.self) throws(JSONCodingError) -> Result {
        if let object = self as? Result { return object }
        do {
            return try JSONDecoder().decode(type, from: Data(JSONValue.object(self).text))
        } catch {
            throw JSONCodingError(error)
        }
    }
}

extension JSONObject {
    /// The value that these members describe, nil where they do not.
    package func told<Result: Decodable>() -> Result? { try? decoded() }
}

extension JSONValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(JSONObject.self) {
            self = .object(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else {
            self = .double(try container.decode(Double.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSONCodingError {
    fileprivate init(_ error: any Error) {
        let keys: [any CodingKey] =
            switch error {
            case DecodingError.keyNotFound(let key, let context): context.codingPath + [key]
            case DecodingError.typeMismatch(_, let context): context.codingPath
            case DecodingError.valueNotFound(_, let context): context.codingPath
            case DecodingError.dataCorrupted(let context): context.codingPath
            case EncodingError.invalidValue(_, let context): context.codingPath
            default: []
            }
        path = keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
    }
}
