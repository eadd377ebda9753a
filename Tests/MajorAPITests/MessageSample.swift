import Testing
import Varlink

/// A message of a type of the interface definitions, with all of its members.
struct MessageSample: Sendable, CustomTestStringConvertible {
    let type: any VarlinkMessage.Type
    /// As it is on the wire.
    let text: String
    /// The members that must be there.
    let needed: Set<String>
    /// The members of a call that take one of several words and no other.
    let words: Set<String>

    init(_ type: any VarlinkMessage.Type, _ text: String, needed: Set<String>, words: Set<String>) {
        (self.type, self.text, self.needed, self.words) = (type, text, needed, words)
    }

    var testDescription: String { "\(type)" }
}
