import Varlink

/// A method of the control interface, called as a program calls it.
struct ControlCall {
    let office: Office
    let person: String

    /// - Returns: `error NAME`, and each value as `absence.kind leave`.
    func lines(_ method: String, _ json: String) async throws -> [String] {
        let call = try VarlinkCall(frame: Array("{\"method\":\"\(method)\",\"parameters\":\(json)}".utf8))
        let reply = try await office.ask(call.method, call.parameters, by: person)
        return (reply.error.map { ["error \($0)"] } ?? []) + Self.lines(.object(reply.parameters), "")
    }

    private static func lines(_ value: JSONValue, _ path: String) -> [String] {
        func under(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
        return switch value {
        case .object(let object): object.sorted { $0.key < $1.key }.flatMap { lines($0.value, under($0.key)) }
        case .array(let values): values.enumerated().flatMap { lines($0.element, under("\($0.offset + 1)")) }
        case .string(let text): ["\(path) \(text)"]
        case .null: ["\(path) nothing"]
        case .bool(let isTrue): ["\(path) \(isTrue)"]
        case .integer(let number): ["\(path) \(number)"]
        case .double(let number): ["\(path) \(number)"]
        }
    }
}
