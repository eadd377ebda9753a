extension String: VarlinkValue {
    package init(json: JSONValue) throws(JSONCodingError) {
        guard case .string(let text) = json else { throw JSONCodingError() }
        self = text
    }

    package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Bool: VarlinkValue {
    package init(json: JSONValue) throws(JSONCodingError) {
        guard case .bool(let value) = json else { throw JSONCodingError() }
        self = value
    }

    package func write(to json: inout JSONWriter) { json.bool(self) }
}

extension Int: VarlinkValue {
    /// Takes a number with an exponent or a fraction of zero, too, as long as a double says exactly which integer it is.
    package init(json: JSONValue) throws(JSONCodingError) {
        switch json {
        case .integer(let value): self = Int(value)
        case .double(let value):
            guard value.magnitude < 0x1p53, let whole = Int(exactly: value) else { throw JSONCodingError() }
            self = whole
        default: throw JSONCodingError()
        }
    }

    package func write(to json: inout JSONWriter) { json.integer(Int64(self)) }
}

extension Double: VarlinkValue {
    package init(json: JSONValue) throws(JSONCodingError) {
        switch json {
        case .integer(let value): self = Double(value)
        case .double(let value): self = value
        default: throw JSONCodingError()
        }
    }

    package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Array: VarlinkValue where Element: VarlinkValue {
    package init(json: JSONValue) throws(JSONCodingError) {
        guard case .array(let values) = json else { throw JSONCodingError() }
        self = []
        reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do throws(JSONCodingError) {
                append(try Element(json: value))
            } catch {
                throw error.at(index)
            }
        }
    }

    package func write(to json: inout JSONWriter) { json.list(self) }
}

extension Dictionary: VarlinkValue, VarlinkMessage where Key == String, Value: VarlinkValue {
    package init(members: JSONObject) throws(JSONCodingError) {
        self = [:]
        reserveCapacity(members.count)
        // Which of several faults is told does not depend on chance.
        for name in members.keys.sorted() { self[name] = try members.value(name) as Value }
    }

    package func writeMembers(to json: inout JSONWriter) {
        for (name, value) in sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            json.member(name, value)
        }
    }
}

extension JSONValue: VarlinkValue {
    package init(json: JSONValue) { self = json }

    package func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): json.bool(value)
        case .integer(let value): json.integer(value)
        case .double(let value): json.double(value)
        case .string(let value): json.string(value)
        case .array(let values): json.list(values)
        case .object(let members): members.write(to: &json)
        }
    }

    /// The value as one line of JSON in UTF-8. A double that is not finite, for which JSON has no word, is written as null.
    package var text: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }
}
