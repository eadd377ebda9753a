import DirectoryFiles
import Routing
import Testing

@Suite("Unix users that the directory names")
struct NamedUserTests {
    @Test("agents and managers are told with the place of the user and what it means that there is none")
    func users() throws {
        let folder = try TestFolder()
        try folder.replace(
            "region: NL", with: "region: NL\nmanagers: [{name: Els Mulder, user: emulder}, {name: An, login: an}]",
            in: "majord.yaml")
        let reading = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now)
        #expect(reading.findings == [])
        let path = folder.path + "/"
        #expect(
            reading.users.map { $0.missing.description.replacing(path, with: "") } == [
                "majord.yaml:2:37: warning: no Unix user is called `emulder`: nobody is Els Mulder to the control socket; mend the "
                    + "name, make the user, or leave `user` out",
                "agents.yaml:5:11: warning: no Unix user is called `jdevries`: only managers can change the availability of "
                    + "`jdevries`; mend the name, make the user, or leave `user` out",
                "agents.yaml:9:11: warning: no Unix user is called `mbakker`: only managers can change the availability of "
                    + "`mbakker`; mend the name, make the user, or leave `user` out",
            ])
        #expect(
            reading.directory?.settings.managers == [
                Manager(name: "Els Mulder", user: "emulder"), Manager(name: "An", login: "an"),
            ])
    }
}
