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
            let error = JSONCodingError(error)
            throw error.path.isEmpty ? fraction(refusedBy: type) ?? error : error
        }
    }

    /// Where a number with a fraction stands that must have none: Foundation's decoder does not tell.
    private func fraction<Result: Decodable>(refusedBy type: Result.Type) -> JSONCodingError? {
        let all = JSONValue.object(self)
        let places = all.fractions
        let whole = places.reduce(all) { $0.replacing($1, by: 0) }
        func isRefused(_ value: JSONValue) -> Bool {
            (try? JSONDecoder().decode(type, from: Data(value.text))) == nil
        }
        guard !places.isEmpty, places.count <= 64, !isRefused(whole) else { return nil }
        let found = places.first { place in
            all.value(at: place).map { isRefused(whole.replacing(place, by: $0)) } ?? false
        }
        return found.map { JSONCodingError(path: $0.text) }
    }
}

/// The way to a value inside another.
private struct JSONPlace {
    enum Step {
        case member(String)
        case element(Int)
    }

    var steps: [Step] = []

    /// As in `clients[2].name`.
    var text: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name : "." + name
            case .element(let index): text += "[\(index)]"
            }
        }
    }

    func following(_ step: Step) -> JSONPlace { JSONPlace(steps: steps + [step]) }
    var rest: JSONPlace { JSONPlace(steps: Array(steps.dropFirst())) }
}

extension JSONValue {
    /// Where numbers are that are no integers, members in the order of their names.
    fileprivate var fractions: [JSONPlace] { fractions(JSONPlace()) }

    private func fractions(_ place: JSONPlace) -> [JSONPlace] {
        switch self {
        case .double: [place]
        case .array(let values):
            values.enumerated().flatMap { $0.element.fractions(place.following(.element($0.offset))) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { $0.value.fractions(place.following(.member($0.key))) }
        default: []
        }
    }

    fileprivate func value(at place: JSONPlace) -> JSONValue? {
        switch (self, place.steps.first) {
        case (_, nil): self
        case (.object(let members), .member(let name)): members[name]?.value(at: place.rest)
        case (.array(let values), .element(let index)):
            values.indices.contains(index) ? values[index].value(at: place.rest) : nil
        default: nil
        }
    }

    fileprivate func replacing(_ place: JSONPlace, by value: JSONValue) -> JSONValue {
        switch (self, place.steps.first) {
        case (_, nil): return value
        case (.object(var members), .member(let name)):
            members[name] = members[name]?.replacing(place.rest, by: value)
            return .object(members)
        case (.array(var values), .element(let index)) where values.indices.contains(index):
            values[index] = values[index].replacing(place.rest, by: value)
            return .array(values)
        default: return self
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
