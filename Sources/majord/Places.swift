/// Where the daemon finds and keeps things: as told, else as systemd says in the environment, else the usual place.
struct Places {
    let configuration: String
    let state: String
    let runtime: String

    init(configuration: String?, state: String?, runtime: String?, environment: [String: String]) {
        self.configuration = configuration ?? Self.first(environment["CONFIGURATION_DIRECTORY"]) ?? "/etc/majord"
        self.state = state ?? Self.first(environment["STATE_DIRECTORY"]) ?? "/var/lib/majord"
        self.runtime = runtime ?? Self.first(environment["RUNTIME_DIRECTORY"]) ?? "/run/majord"
    }

    var pbxSocket: String { runtime + "/pbx.sock" }
    var controlSocket: String { runtime + "/control.sock" }

    /// systemd separates several folders by colons (systemd.exec(5)).
    private static func first(_ folders: String?) -> String? {
        folders?.split(separator: ":").first.map(String.init)
    }
}
