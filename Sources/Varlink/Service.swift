package import Sockets

/// A set of interfaces, with `org.varlink.service` among them, and the way from a call to its replies. Knows no
/// sockets.
package struct VarlinkService: Sendable {
    private let interfaces: [String: VarlinkInterface]
    private let denial: @Sendable (VarlinkCall, PeerCredentials) async -> VarlinkError?

    /// - Parameters:
    ///   - vendor: who makes it; like all of these for GetInfo only.
    ///   - product: its name.
    ///   - version: as people write it.
    ///   - url: where more is to be read.
    ///   - interfaces: in the order in which GetInfo lists them, after `org.varlink.service`.
    ///   - denial: why somebody may not call a method, as far as that is known before the parameters are read: he is told that, and not
    ///     what is wrong with them. Nil where he may, or where they decide.
    package init(
        vendor: String, product: String, version: String, url: String, interfaces: [VarlinkInterface],
        denial: @escaping @Sendable (VarlinkCall, PeerCredentials) async -> VarlinkError? = { _, _ in nil }
    ) {
        self.denial = denial
        let described = interfaces
        let own = VarlinkInterface.service(
            info: ServiceInfo(vendor: vendor, product: product, version: version, url: url), describing: described)
        self.interfaces = Dictionary((described + [own]).map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// Runs the method that a call names.
    /// - Parameter send: takes the replies that others follow.
    /// - Returns: the last reply.
    func answer(
        _ call: VarlinkCall,
        from peer: PeerCredentials,
        send: @escaping @Sendable (EncodedReply) async throws(VarlinkError) -> Void
    ) async -> EncodedReply {
        var peer = peer
        peer.speaksFor = call.speaksFor
        do throws(VarlinkError) {
            guard !call.upgrade else { throw .invalidParameter("upgrade") }
            let method = try method(of: call)
            if let error = await denial(call, peer) { throw error }
            try method.check(call.parameters)
            let context = VarlinkContext(call: call, peer: peer, reply: send)
            guard context.wantsMore || !method.needsMore else { throw .expectedMore }
            return await method.handler(context)
        } catch {
            return EncodedReply(error)
        }
    }

    private func method(of call: VarlinkCall) throws(VarlinkError) -> VarlinkMethod {
        let name = call.method
        guard let dot = name.lastIndex(of: ".") else { throw .interfaceNotFound(name) }
        let interfaceName = String(name[..<dot])
        guard let interface = interfaces[interfaceName] else { throw .interfaceNotFound(interfaceName) }
        return try interface.method(named: String(name[name.index(after: dot)...]))
    }
}
