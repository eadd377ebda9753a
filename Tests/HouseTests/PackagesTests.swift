import Testing

/// Debian's packages: what the project is built with, in the Makefile, the package's control file and the package manifest.
@Suite("Debian's packages")
struct PackagesTests {
    /// The words of a variable of the Makefile, which are written once there.
    private func variable(_ name: String) throws -> [String] {
        let line = try #require(
            try Project.text("Makefile").split(separator: "\n").first { $0.hasPrefix("\(name) = ") })
        return line.dropFirst("\(name) = ".count).split(separator: " ").map(String.init)
    }

    /// The packages of a field of debian/control, without versions and substitutions.
    private func field(_ name: String) throws -> [String] {
        let lines = try Project.text("debian/control").split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("\(name):") })
        let value = lines[start].dropFirst(name.count + 1) + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.joined()
        return value.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
            .filter { !$0.hasPrefix("$") }
    }

    @Test("what it is built with is the same in the Makefile and in debian/control, but for debhelper's own")
    func build() throws {
        expectSame(
            "packages", try variable("BUILD_PACKAGES"), at: "the Makefile's BUILD_PACKAGES",
            try field("Build-Depends").filter { !$0.hasPrefix("debhelper") && !$0.hasPrefix("dh-") },
            at: "debian/control's Build-Depends", cure: "write it into both")
    }

    @Test("every library that the package manifest asks Debian for is built with")
    func manifest() throws {
        let manifest = try Project.text("Package.swift")
        let packages = try variable("BUILD_PACKAGES")
        for package in manifest.matches(of: /\.apt\(\["([^"]*)"\]\)/).map({ String($0.output.1) }) {
            #expect(packages.contains(package), "\(package) is not in the Makefile's BUILD_PACKAGES")
        }
        for library in manifest.matches(of: /\.linkedLibrary\("([^"]*)"\)/).map({ String($0.output.1) })
        where library != "stdc++" {
            #expect(packages.contains("lib\(library)-dev"), "lib\(library)-dev is not in the Makefile's BUILD_PACKAGES")
        }
    }

    @Test("every library that is loaded when it is needed is one that the package depends on, and built with")
    func loaded() throws {
        let (depended, built) = (try field("Depends"), try variable("BUILD_PACKAGES"))
        for (path, name) in [("CPhoneNumber/Library.cpp", "libphonenumber"), ("CSystemd/CSystemd.c", "libsystemd")] {
            let source = try Project.text("Sources/\(path)")
            let version = try #require(source.firstMatch(of: /dlopen\("(lib[a-z]+)\.so\.(\d+)"/)?.output)
            #expect(version.1 == name)
            #expect(depended.contains("\(name)\(version.2)"), "debian/control's Depends lacks \(name)\(version.2)")
            #expect(built.contains("\(name)-dev"), "\(name)-dev is not in the Makefile's BUILD_PACKAGES")
        }
    }

    @Test("what it is built with stands in the rooms' document")
    func documents() throws {
        let text = try Project.text("docs/ARCHITECTURE.md")
        for package in try variable("BUILD_PACKAGES") where package.hasPrefix("lib") {
            let library = package.replacing("-dev", with: "")
            #expect(text.contains(library), "docs/ARCHITECTURE.md does not name \(library) among the dependencies")
        }
    }
}
