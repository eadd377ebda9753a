/// A method of an interface: what runs when it is called.
///
/// A handler runs in a task of its own. The task is cancelled when the caller has gone and, for a call with `more`,
/// when the listener shuts down; a stream then returns its last reply.
package struct VarlinkMethod: Sendable {
    typealias Handler = @Sendable (VarlinkContext) async throws(VarlinkError) -> JSONObject

    /// Whether a call without `more` is answered with ExpectedMore before the handler runs.
    let needsMore: Bool
    let handler: Handler

    /// A method that looks at its parameters itself, or has none. What it returns must be encoded as a JSON object.
    package init<Output: Encodable & SendableMetatype>(
        needsMore: Bool = false,
        _ handler: @escaping @Sendable (VarlinkContext) async throws(VarlinkError) -> Output
    ) {
        self.needsMore = needsMore
        self.handler = { context throws(VarlinkError) in
            try encoded(try await handler(context))
        }
    }

    /// A method whose parameters are a Codable type; what cannot be decoded is answered with InvalidParameter.
    package init<Input: Decodable & SendableMetatype, Output: Encodable & SendableMetatype>(
        needsMore: Bool = false,
        _ handler: @escaping @Sendable (Input, VarlinkContext) async throws(VarlinkError) -> Output
    ) {
        self.init(needsMore: needsMore) { context throws(VarlinkError) in
            try await handler(try context.parameters(as: Input.self), context)
        }
    }
}

/// What a method knows of the call that it answers.
package struct VarlinkContext: Sendable {
    package let call: VarlinkCall
    /// Who calls, as the kernel noted it when the peer connected.
    package let peer: PeerCredentials
    let reply: @Sendable (VarlinkReply) async throws(VarlinkError) -> Void

    /// Whether the caller takes several replies.
    package var wantsMore: Bool { call.more && !call.oneway }

    /// The call's parameters as a Codable type.
    /// - Throws: InvalidParameter with the place of what is missing or wrong.
    package func parameters<Input: Decodable>(as type: Input.Type = Input.self) throws(VarlinkError) -> Input {
        do throws(JSONCodingError) {
            return try call.parameters.decoded(as: type)
        } catch {
            throw .invalidParameter(error.path)
        }
    }

    /// Sends a reply that others follow, and returns when it has left for the caller: a slow reader slows the method
    /// down.
    /// - Throws: ExpectedMore when the caller did not say `more`; `disconnected` when it has gone.
    package func send(_ parameters: some Encodable) async throws(VarlinkError) {
        guard wantsMore else { throw .expectedMore }
        try await reply(VarlinkReply(parameters: try encoded(parameters), continues: true))
    }
}

private func encoded(_ parameters: some Encodable) throws(VarlinkError) -> JSONObject {
    do throws(JSONCodingError) {
        return try JSONObject(encoding: parameters)
    } catch {
        throw .unencodableReply
    }
}
