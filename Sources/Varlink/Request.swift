/// What a method is called with, as a type that knows the method, its answer and its errors. A script makes them of an interface's
/// definition.
package protocol VarlinkRequest: VarlinkMessage {
    associatedtype Reply: VarlinkMessage
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
    /// What it tells.
    var payload: any VarlinkMessage { get }
}

extension VarlinkFailure {
    /// As it goes over the wire, such as an error that another interface describes.
    package var error: VarlinkError {
        VarlinkError(name: name, parameters: (try? JSONObject(of: payload)) ?? [:])
    }

    /// The parameter is missing, has the wrong type or a value that cannot be used.
    package static func invalidParameter(_ parameter: String) -> Self {
        Self(VarlinkError.invalidParameter(parameter))
    }
}
