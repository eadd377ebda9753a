/// What a method is called with, as a type that knows the method, its answer and its errors. A script makes them of an interface's
/// definition.
package protocol VarlinkRequest: Codable, Sendable {
    associatedtype Reply: Codable, Sendable
    associatedtype Failure: VarlinkFailure

    /// The full name, as in `org.varlink.service.GetInfo`.
    static var method: String { get }
    /// What the method's definition has; a call with others is refused.
    static var parameters: Set<String> { get }
    /// Whether a call without `more` is refused.
    static var needsMore: Bool { get }
}

extension VarlinkRequest {
    package static var needsMore: Bool { false }
}

/// The errors of an interface: the service throws them, the client gets them.
package protocol VarlinkFailure: Error {
    /// An error as it came from a service, or one that is none of the interface's own.
    init(_ error: VarlinkError)
    /// The full name, as in `org.varlink.service.MethodNotFound`.
    var name: String { get }
    /// What it tells, written as an object.
    var payload: any Encodable & Sendable { get }
}

extension VarlinkFailure {
    /// As it goes over the wire, such as an error that another interface describes.
    package var error: VarlinkError {
        VarlinkError(name: name, parameters: (try? JSONObject(encoding: payload)) ?? [:])
    }

    /// The parameter is missing, has the wrong type or a value that cannot be used.
    package static func invalidParameter(_ parameter: String) -> Self {
        Self(VarlinkError.invalidParameter(parameter))
    }
}

/// One word of several. Those that a version does not know are kept.
package protocol VarlinkWord: Codable, Sendable, Hashable, CustomStringConvertible {
    init(word: String)
    /// As it is on the wire.
    var word: String { get }
}

extension VarlinkWord {
    package init(from decoder: any Decoder) throws {
        self.init(word: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }

    package var description: String { word }
}
