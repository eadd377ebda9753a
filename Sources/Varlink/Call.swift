/// A client's message to a service (https://varlink.org/Wire-Protocol).
package struct VarlinkCall: Sendable, Equatable {
    /// The full name, as in `org.varlink.service.GetInfo`.
    package var method: String
    package var parameters: JSONObject
    /// The client takes several replies.
    package var more: Bool
    /// The client wants no reply, not even an error.
    package var oneway: Bool
    /// The client wants to speak another protocol after the reply; no service here does.
    package var upgrade: Bool
    /// For whom the client says to speak, empty for nobody; a member of majord's own, `for`, which Varlink does not know.
    package var speaksFor: String?

    package init(
        method: String, parameters: JSONObject = [:], more: Bool = false, oneway: Bool = false, upgrade: Bool = false,
        speaksFor: String? = nil
    ) {
        self.speaksFor = speaksFor
        self.method = method
        self.parameters = parameters
        self.more = more
        self.oneway = oneway
        self.upgrade = upgrade
    }

    /// Reads a message without its NUL byte. Members that Varlink does not know are ignored.
    package init(frame: [UInt8]) throws(MessageError) {
        let members = try JSONReader.message(frame)
        guard case .string(let method) = members["method"], !method.isEmpty else { throw .member("method") }
        self.method = method
        parameters = try members.parameters()
        more = try members.flag("more")
        oneway = try members.flag("oneway")
        upgrade = try members.flag("upgrade")
        speaksFor = try members.speaksFor()
    }

    /// The message on the wire, with its NUL byte.
    package var frame: [UInt8] {
        Self.frame(method, parameters, more: more, oneway: oneway, upgrade: upgrade, speaksFor: speaksFor)
    }

    /// A call on the wire, with its NUL byte. Parameters that are all left out are none.
    static func frame(
        _ method: String, _ parameters: some VarlinkMessage, more: Bool = false, oneway: Bool = false,
        upgrade: Bool = false, speaksFor: String? = nil
    ) -> [UInt8] {
        var json = JSONWriter()
        json.open()
        json.member("method", method)
        if more { json.member("more", true) }
        if oneway { json.member("oneway", true) }
        json.parameters(parameters)
        if upgrade { json.member("upgrade", true) }
        if let speaksFor { json.member("for", speaksFor) }
        json.close()
        return json.frame
    }
}
