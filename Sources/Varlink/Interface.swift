/// One interface of a service: its description as shown to whoever asks, and its methods.
package struct VarlinkInterface: Sendable {
    /// As in `org.varlink.service`.
    package let name: String
    /// The text of the `.varlink` file (https://varlink.org/Interface-Definition).
    package let description: String
    let methods: [String: VarlinkMethod]

    /// - Parameter methods: by the name in the description, without the interface's.
    package init(name: String, description: String, methods: [String: VarlinkMethod]) {
        self.name = name
        self.description = description
        self.methods = methods
    }

    func method(named name: String) throws(VarlinkError) -> VarlinkMethod {
        guard let method = methods[name] else { throw .methodNotFound("\(self.name).\(name)") }
        return method
    }
}
