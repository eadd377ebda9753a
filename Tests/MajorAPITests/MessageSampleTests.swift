import MajorAPI
import Testing

@testable import Varlink

/// Every message of the interface definitions, read and written.
@Suite("Messages of every type")
struct MessageSampleTests {
    private static func members(_ sample: MessageSample) throws -> JSONObject {
        guard case .object(let members) = try JSONReader.read(Array(sample.text.utf8)) else {
            throw MessageError.notAnObject
        }
        return members
    }

    /// What is written of the message that was read.
    private static func again<Message: VarlinkMessage>(
        _ type: Message.Type, _ members: JSONObject
    ) throws(JSONCodingError) -> JSONObject {
        let text = try Message(members: members).text
        guard case .object(let again)? = try? JSONReader.read(text) else { throw JSONCodingError(path: "?") }
        return again
    }

    private static func text<Message: VarlinkMessage>(
        _ type: Message.Type, _ members: JSONObject
    ) throws(JSONCodingError) -> String {
        String(decoding: try Message(members: members).text, as: UTF8.self)
    }

    @Test("there is one of each")
    func all() {
        #expect(MessageSample.all.count > 250)
        #expect(Set(MessageSample.all.map { ObjectIdentifier($0.type) }).count == MessageSample.all.count)
    }

    @Test("it comes back from the wire, byte for byte", arguments: MessageSample.all)
    func roundTrip(sample: MessageSample) throws {
        let members = try Self.members(sample)
        #expect(try Self.text(sample.type, members) == sample.text)
        let later = members.merging(["zz_later": [1, ["a": nil]]]) { first, _ in first }
        #expect(try Self.text(sample.type, later) == sample.text)
    }

    @Test(
        "a member that must be there is named where it is missing or null; any other may be either",
        arguments: MessageSample.all)
    func missing(sample: MessageSample) throws {
        let members = try Self.members(sample)
        #expect(sample.needed.isSubset(of: members.keys))
        for name in members.keys {
            let without = members.filter { $0.key != name }
            let null = members.merging([name: nil]) { _, last in last }
            for changed in [without, null] {
                if sample.needed.contains(name) {
                    #expect(throws: JSONCodingError(path: name)) { try Self.again(sample.type, changed) }
                } else {
                    #expect(try Self.again(sample.type, changed) == without)
                }
            }
        }
    }

    @Test("what is of another type is named by its place, however deep it lies", arguments: MessageSample.all)
    func mismatch(sample: MessageSample) throws {
        for (place, changed) in Self.mistakes(in: .object(try Self.members(sample)), "") {
            guard case .object(let members) = changed, !place.isEmpty else { continue }
            #expect(throws: JSONCodingError(path: place)) { try Self.again(sample.type, members) }
        }
    }

    @Test(
        "a word that is not known is refused in a call, by its place, and kept elsewhere", arguments: MessageSample.all)
    func words(sample: MessageSample) throws {
        let members = try Self.members(sample)
        for name in members.keys where members[name] != "é" {
            guard case .string = members[name] else { continue }
            let changed = members.merging([name: "no such"]) { _, last in last }
            if sample.words.contains(name) {
                #expect(throws: JSONCodingError(path: name)) { try Self.again(sample.type, changed) }
            } else {
                #expect(try Self.again(sample.type, changed) == changed)
            }
        }
    }

    /// The value with something else in one place, for each place in it.
    private static func mistakes(in value: JSONValue, _ place: String) -> [(place: String, JSONValue)] {
        var mistakes: [(place: String, JSONValue)] = []
        let others: [JSONValue]
        switch value {
        case .object(let members):
            for (name, member) in members {
                for (place, other) in Self.mistakes(in: member, place.isEmpty ? name : "\(place).\(name)") {
                    mistakes.append((place, .object(members.merging([name: other]) { _, last in last })))
                }
            }
            others = ["x", []]
        case .array(let values):
            for (index, element) in values.enumerated() {
                let here = "\(place)[\(index)]"
                for (place, other) in Self.mistakes(in: element, here) + [(here, .null)] {
                    var changed = values
                    changed[index] = other
                    mistakes.append((place, .array(changed)))
                }
            }
            others = [7, [:]]
        case .integer: others = [1.5, 1e30, -9_223_372_036_854_775_809.0, "7", true, []]
        case .double: others = ["0.5", false, [:]]
        case .bool: others = ["true", 1, 0]
        case .string: others = [7, true, ["x"], [:]]
        case .null: others = []
        }
        for other in others { mistakes.append((place, other)) }
        return mistakes
    }
}
