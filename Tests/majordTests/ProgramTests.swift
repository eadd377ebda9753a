import Testing

@testable import majord

@Suite("The name by which the executable is called")
struct ProgramTests {
    @Test("majorctl, by itself or at the end of a path", arguments: ["majorctl", "/usr/bin/majorctl", "./majorctl"])
    func majorctl(name: String) {
        #expect(Program.isMajorctl(called: name))
    }

    @Test(
        "any other is majord's",
        arguments: [
            "majord", "/usr/bin/majord", "", "/", "mymajorctl", "/opt/majorctl/majord", "majorctl.old", "majorctl/",
        ])
    func majord(name: String) {
        #expect(!Program.isMajorctl(called: name))
    }
}
