import FoundationEssentials

/// A service's message to a client (https://varlink.org/Wire-Protocol), written once from what it says.
package struct EncodedReply: Sendable, Equatable {
    /// The message on the wire, with its NUL byte.
    package let frame: [UInt8]

    /// An answer.
    ///
    /// - Parameters:
    ///   - parameters: Encoded as a JSON object.
    ///   - continues: More replies to the same call follow.
    init(_ parameters: some Encodable, continues: Bool = false) throws(VarlinkError) {
        frame = try Self.frame(parameters, error: nil, continues: continues)
    }

    /// The last answer, or the error that it cannot be written.
    static func answer(_ parameters: some Encodable) -> EncodedReply {
        do throws(VarlinkError) {
            return try EncodedReply(parameters)
        } catch {
            return EncodedReply(error)
        }
    }

    /// An error.
    init(_ failure: some VarlinkFailure) {
        do throws(VarlinkError) {
            frame = try Self.frame(failure.payload, error: failure.name, continues: false)
        } catch {
            frame = Self.frame(of: "{}".utf8, error: error.name, continues: false)
        }
    }

    private static func frame(
        _ parameters: some Encodable, error: String?, continues: Bool
    ) throws(VarlinkError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Whatever is no object, or holds a number that is not finite, is no message.
        guard let text = try? encoder.encode(parameters), text.first == UInt8(ascii: "{") else {
            throw .unencodableReply
        }
        return frame(of: text, error: error, continues: continues)
    }

    private static func frame(
        of parameters: some Collection<UInt8>, error: String?, continues: Bool
    ) -> [UInt8] {
        var frame: [UInt8] = []
        frame.reserveCapacity(parameters.count + 128)
        frame.append(contentsOf: continues ? #"{"continues":true,"#.utf8 : "{".utf8)
        if let error {
            frame.append(contentsOf: #""error":"#.utf8)
            frame.append(contentsOf: JSONValue.string(error).text)
            frame.append(UInt8(ascii: ","))
        }
        frame.append(contentsOf: #""parameters":"#.utf8)
        frame.append(contentsOf: parameters)
        frame.append(contentsOf: "}\0".utf8)
        return frame
    }
}
