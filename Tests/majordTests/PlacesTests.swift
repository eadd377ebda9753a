import Testing

@testable import majord

@Suite struct PlacesTests {
    @Test("what is given counts before what systemd says, and that before the usual place")
    func order() {
        let usual = Places(configuration: nil, state: nil, runtime: nil, environment: [:])
        #expect(
            [usual.configuration, usual.state, usual.runtime] == ["/etc/majord", "/var/lib/majord", "/run/majord"])
        #expect(usual.pbxSocket == "/run/majord/pbx.sock")
        #expect(usual.controlSocket == "/run/majord/control.sock")
        let environment = [
            "CONFIGURATION_DIRECTORY": "/etc/a", "STATE_DIRECTORY": "/var/lib/b:/var/lib/c", "RUNTIME_DIRECTORY": "",
        ]
        let systemd = Places(configuration: nil, state: nil, runtime: nil, environment: environment)
        #expect([systemd.configuration, systemd.state, systemd.runtime] == ["/etc/a", "/var/lib/b", "/run/majord"])
        let given = Places(configuration: "x", state: "y", runtime: "z", environment: environment)
        #expect([given.configuration, given.state, given.runtime] == ["x", "y", "z"])
    }
}
