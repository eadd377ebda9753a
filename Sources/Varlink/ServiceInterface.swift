/// Who makes a service and what it is, for people.
struct ServiceInfo: Sendable {
    var vendor: String
    var product: String
    var version: String
    var url: String
}

extension VarlinkInterface {
    /// `org.varlink.service`, which every service has (https://varlink.org/Service).
    static func service(info: ServiceInfo, describing others: [VarlinkInterface]) -> VarlinkInterface {
        let name = "org.varlink.service"
        let names = [name] + others.map(\.name)
        let descriptions = Dictionary(
            others.map { ($0.name, $0.description) } + [(name, serviceDescription)],
            uniquingKeysWith: { _, last in last })
        return VarlinkInterface(
            name: name, description: serviceDescription,
            methods: [
                "GetInfo": VarlinkMethod(parameters: []) { _ in
                    [
                        "vendor": .string(info.vendor), "product": .string(info.product),
                        "version": .string(info.version), "url": .string(info.url),
                        "interfaces": .array(names.map(JSONValue.string)),
                    ] as JSONObject
                },
                "GetInterfaceDescription": VarlinkMethod(parameters: ["interface"]) { context throws(VarlinkError) in
                    guard case .string(let name) = context.call.parameters["interface"] else {
                        throw .invalidParameter("interface")
                    }
                    guard let description = descriptions[name] else { throw .interfaceNotFound(name) }
                    return ["description": .string(description)] as JSONObject
                },
            ])
    }

    private static let serviceDescription = """
        # What every Varlink service tells about itself.
        interface org.varlink.service

        # Who makes the service, which version runs, and the names of its interfaces.
        method GetInfo() -> (
          vendor: string,
          product: string,
          version: string,
          url: string,
          interfaces: []string
        )

        # The description of one of the service's interfaces.
        method GetInterfaceDescription(interface: string) -> (description: string)

        # The service has no such interface.
        error InterfaceNotFound (interface: string)

        # The interface has no such method.
        error MethodNotFound (method: string)

        # The interface describes the method, but the service does not implement it.
        error MethodNotImplemented (method: string)

        # A parameter is missing, has the wrong type or a value that cannot be used.
        error InvalidParameter (parameter: string)

        # The caller may not do that. An interface may say more in parameters of its own.
        error PermissionDenied ()

        # The method gives several replies; call it with "more".
        error ExpectedMore ()

        """
}
