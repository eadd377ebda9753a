package import Varlink

/// The order in which an interface's definition has the members of its messages: what people and programs read is written in it.
package struct MessageOrder: Sendable {
    /// A type, as far as the order of members goes.
    indirect enum Shape: Sendable, Equatable {
        case value
        case named(String)
        case list(Shape)
        case map(Shape)
        case members([Member])
    }

    struct Member: Sendable, Equatable {
        let name: String
        let shape: Shape
    }

    /// By the names that they have inside the interface.
    let types: [String: Shape]
    /// By full names.
    let replies: [String: Shape]
    let errors: [String: Shape]

    private static let all = [
        InterfaceTexts.routing, InterfaceTexts.roster, InterfaceTexts.numbers, InterfaceTexts.directory,
        InterfaceTexts.reports, InterfaceTexts.calendar, InterfaceTexts.cases, InterfaceTexts.calls,
        InterfaceTexts.events,
    ].map(MessageOrder.init)

    /// A method's answer as one line of JSON. Members that the definition does not have come last, in the order of their names.
    package static func answer(_ answer: JSONObject, to method: String) -> String {
        let order = all.first { $0.replies[method] != nil }
        return text(.object(answer), order?.replies[method] ?? .value, order)
    }

    /// A value of a type of the interface that has the method, as one line of JSON.
    package static func text(of object: JSONObject, _ type: String, in method: String) -> String {
        let order = all.first { $0.replies[method] != nil }
        return text(.object(object), .named(type), order)
    }

    /// An error as one line of JSON: its name, and what it tells.
    package static func error(_ error: VarlinkError) -> String {
        let order = all.first { $0.errors[error.name] != nil }
        let told = text(.object(error.parameters), order?.errors[error.name] ?? .value, order)
        return "{\"error\":\(text(.string(error.name), .value, nil)),\"parameters\":\(told)}"
    }

    private static func text(_ value: JSONValue, _ shape: Shape, _ order: MessageOrder?) -> String {
        switch (value, shape) {
        case (_, .named(let name)): return text(value, order?.types[name] ?? .value, order)
        case (.array(let values), .list(let element)):
            return "[" + values.map { text($0, element, order) }.joined(separator: ",") + "]"
        case (.object(let object), .map(let element)):
            return written(object.sorted { $0.key < $1.key }.map { ($0.key, text($0.value, element, order)) })
        case (.object(let object), .members(let members)):
            let known = members.compactMap { member in
                object[member.name].map { (member.name, text($0, member.shape, order)) }
            }
            let names = Set(members.map(\.name))
            let others = object.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
            return written(known + others.map { ($0.key, text($0.value, .value, nil)) })
        default: return String(decoding: value.text, as: UTF8.self)
        }
    }

    private static func written(_ members: [(name: String, text: String)]) -> String {
        let texts = members.map { "\(String(decoding: JSONValue.string($0.name).text, as: UTF8.self)):\($0.text)" }
        return "{" + texts.joined(separator: ",") + "}"
    }
}
