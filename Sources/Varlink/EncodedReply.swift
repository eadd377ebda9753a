/// A service's message to a client (https://varlink.org/Wire-Protocol), written once from what it says.
package struct EncodedReply: Sendable, Equatable {
    /// The message on the wire, with its NUL byte.
    package let frame: [UInt8]

    /// An answer.
    ///
    /// - Parameter continues: More replies to the same call follow.
    /// - Throws: Where it holds a number that is not finite, for which JSON has no word.
    init(_ parameters: some VarlinkMessage, continues: Bool = false) throws(VarlinkError) {
        let json = Self.json(parameters, error: nil, continues: continues)
        guard json.isWhole else { throw .unencodableReply }
        frame = json.frame
    }

    /// The last answer, or the error that it cannot be written.
    static func answer(_ parameters: some VarlinkMessage) -> EncodedReply {
        do throws(VarlinkError) {
            return try EncodedReply(parameters)
        } catch {
            return EncodedReply(error)
        }
    }

    /// An error.
    init(_ failure: some VarlinkFailure) {
        let json = Self.json(failure.payload, error: failure.name)
        frame =
            json.isWhole ? json.frame : Self.json(JSONObject(), error: VarlinkError.unencodableReply.name).frame
    }

    private static func json(
        _ parameters: some VarlinkMessage, error: String?, continues: Bool = false
    ) -> JSONWriter {
        var json = JSONWriter()
        json.open()
        if continues { json.member("continues", true) }
        json.optional("error", error)
        json.member("parameters", parameters)
        json.close()
        return json
    }
}
