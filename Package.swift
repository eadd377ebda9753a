// swift-tools-version: 6.2
import PackageDescription

let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "majord",
    products: [
        .executable(name: "majord", targets: ["majord"]),
        .executable(name: "majord-web", targets: ["majord-web"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // What majord-web serves with; without its defaults, which read settings and dates that nobody here has.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Instants, days, the service clock, timelines, schedules and the words for them: pure.
        .target(name: "Time"),

        // The domain: pure, no I/O, no clock.
        .target(name: "Routing", dependencies: ["Time"]),

        // What is counted, as monitoring reads it.
        .target(name: "Monitoring"),

        // Sentences for people, in every language.
        .target(name: "Wording", dependencies: ["Routing", "Time"]),

        // What people write, as a screen may show it.
        .target(name: "ShownText"),

        // Text to E.164 and back, over Google's libphonenumber, which is loaded when it is needed.
        .target(name: "CPhoneNumber"),
        .target(name: "Numbering", dependencies: ["Routing", "ShownText", "CPhoneNumber"]),

        // iCalendar to events and their occurrences; pure.
        .target(name: "ICalendar", dependencies: ["Time"]),

        // /etc/majord to a Directory, with findings.
        .target(
            name: "DirectoryFiles",
            dependencies: [
                "Routing", "Time", "Wording", "ShownText", "Numbering", "ICalendar",
                .product(name: "Yams", package: "Yams"),
            ]),

        // The durable record.
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CPostgreSQL"),
        .target(
            name: "Records",
            dependencies: [
                "Routing", "Time", "CSQLite", "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"),
            ]),

        // Listening, connecting, who is at the other end, and how many may come in; knows nothing of majord.
        .target(name: "CPeerCredentials"),
        .target(name: "Sockets", dependencies: ["CPeerCredentials", "Monitoring"]),

        // The Varlink protocol; knows nothing of majord.
        .target(name: "Varlink", dependencies: ["Sockets", nio, nioPosix]),
        .target(
            name: "MajorAPI", dependencies: ["Varlink"], resources: [.embedInCode("Interfaces")]),

        // The daemon's heart.
        .target(
            name: "Switchboard",
            dependencies: [
                "Monitoring", "Routing", "Time", "Wording", "ShownText", "Numbering", "ICalendar", "DirectoryFiles",
                "Records", logging,
            ]),

        // The control interface: who may do what, and the domain as messages.
        .target(
            name: "Control",
            dependencies: [
                "Monitoring", "Routing", "Time", "Wording", "ICalendar", "DirectoryFiles", "Records", "Switchboard",
                "MajorAPI",
                "Varlink", "Sockets", "Accounts", logging,
            ]),

        // What PBXs speak.
        .target(name: "PBXProtocol", dependencies: ["Routing", "Time"]),
        .target(name: "AGI", dependencies: ["ShownText", "PBXProtocol"]),
        .target(name: "CEpoll"),
        .target(
            name: "PBX",
            dependencies: [
                "Monitoring", "Routing", "Time", "Wording", "ShownText", "AGI", "PBXProtocol", "CEpoll", "Sockets",
            ]),

        // Unix users and groups, from a name service that may hang.
        .target(name: "Accounts"),

        // systemd's side of a service.
        .target(name: "CSystemd"),
        .target(name: "Systemd", dependencies: ["ShownText", "CSystemd", "Sockets", "Terminal", logging]),

        // What both programs do on a terminal.
        .target(name: "Terminal", dependencies: ["CStandardStreams"]),

        // Descriptors 0 to 2 are open before anything else is.
        .target(name: "CStandardStreams"),

        // Coverage and reports as pages, drawings and tables.
        .target(
            name: "Sheets",
            dependencies: ["Routing", "Time", "Wording", "ShownText", "ICalendar", "MajorAPI", "Varlink"]),

        .target(
            name: "majorctl",
            dependencies: [
                "Routing", "Time", "Wording", "ShownText", "Sheets", "AGI", "PBXProtocol", "MajorAPI", "ICalendar",
                "Terminal", "Varlink", "Sockets",
                arguments,
            ]),
        // The one executable: majord, or majorctl where it is called so. What both need is there once.
        .executableTarget(
            name: "majord",
            dependencies: [
                "Monitoring",
                "Routing", "Time", "Wording", "DirectoryFiles", "Records", "Varlink", "MajorAPI", "Switchboard",
                "Control", "PBX", "Systemd", "Sockets", "Terminal", "ShownText", "Accounts", "majorctl", logging,
                lifecycle, signals, arguments,
            ]),

        // The office's pages, and the program that serves them.
        .target(
            name: "Web",
            dependencies: [
                "Time", "Wording", "Sheets", "MajorAPI", "Varlink", logging, lifecycle, nio, nioPosix,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ], resources: [.embedInCode("Templates")]),
        .executableTarget(
            name: "majord-web", dependencies: ["Web", "Sockets", "Terminal", "Time", logging, nioPosix, arguments]),

        // What several test targets use.
        .target(
            name: "TestSupport", dependencies: ["Records", "Routing", "Time", logging], path: "Tests/Support"),

        .testTarget(name: "TimeTests", dependencies: ["Time", "Wording", "TestSupport"]),
        .testTarget(name: "RoutingTests", dependencies: ["Routing", "Time", "TestSupport"]),
        .testTarget(name: "MonitoringTests", dependencies: ["Monitoring"]),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "Routing", "Time", "TestSupport"]),
        .testTarget(name: "ShownTextTests", dependencies: ["ShownText"]),
        .testTarget(name: "NumberingTests", dependencies: ["Numbering", "Routing", "Time", "TestSupport"]),
        .testTarget(name: "ICalendarTests", dependencies: ["ICalendar", "Time", "TestSupport"]),
        .testTarget(
            name: "DirectoryFilesTests",
            dependencies: ["DirectoryFiles", "Routing", "Time", "Numbering", "TestSupport"]),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "DirectoryFiles", "Routing", "Time", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "SocketsTests", dependencies: ["Sockets", "TestSupport"]),
        .testTarget(name: "VarlinkTests", dependencies: ["Varlink", "Sockets", "TestSupport", nio, nioPosix]),
        .testTarget(name: "MajorAPITests", dependencies: ["MajorAPI", "Varlink"]),
        .testTarget(
            name: "SwitchboardTests",
            dependencies: [
                "Switchboard", "ICalendar", "Routing", "Time", "DirectoryFiles", "Records", "TestSupport", logging,
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "ControlTests",
            dependencies: [
                "Monitoring", "Control", "MajorAPI", "Switchboard", "Records", "Routing", "Numbering", "Time",
                "Wording",
                "Varlink", "Sockets", "Accounts", "TestSupport", logging,
            ]),
        .testTarget(name: "AGITests", dependencies: ["AGI"]),
        .testTarget(name: "PBXProtocolTests", dependencies: ["PBXProtocol", "Routing", "Time"]),
        .testTarget(
            name: "PBXTests",
            dependencies: ["PBX", "PBXProtocol", "AGI", "Sockets", "majorctl", "Routing", "Time", "TestSupport"]),
        .testTarget(name: "AccountsTests", dependencies: ["Accounts"]),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd", "Sockets", logging]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
        .testTarget(name: "CStandardStreamsTests", dependencies: ["CStandardStreams", "majord"]),
        .testTarget(
            name: "majordTests",
            dependencies: [
                "majord", "Accounts", "Switchboard", "DirectoryFiles", "Records", "Routing", "Terminal", "Time",
                "Wording", "Varlink", "PBX", "Sockets", "TestSupport", logging, arguments,
            ]),
        .testTarget(
            name: "majorctlTests",
            dependencies: [
                "majorctl", "AGI", "PBXProtocol", "MajorAPI", "ICalendar", "Routing", "Time", "Wording", "ShownText",
                "Sockets", "Varlink", "TestSupport",
            ]),
        .testTarget(
            name: "SheetsTests",
            dependencies: [
                "Sheets", "majorctl", "MajorAPI", "Varlink", "Routing", "ShownText", "Time", "Wording", "TestSupport",
            ]),
        .testTarget(name: "WebTests", dependencies: ["Web", "MajorAPI", "Time", "Wording", "TestSupport"]),
        // What is said in several places, and what holds for all sources.
        .testTarget(
            name: "HouseTests",
            dependencies: [
                "DirectoryFiles", "Routing", "Time", "PBXProtocol", "Switchboard", "Terminal", "majord", "majorctl",
                "majord-web", arguments, logging,
            ]),
        .testTarget(
            name: "StoriesTests",
            dependencies: [
                "majord", "majorctl", "Accounts", "AGI", "Control", "DirectoryFiles", "Records", "MajorAPI",
                "Numbering", "PBX", "PBXProtocol",
                "Routing", "ShownText", "Sockets", "Switchboard", "Time", "Varlink", "Wording", "TestSupport", logging,
                arguments,
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "EndToEnd",
            dependencies: ["majord", "majorctl", "ICalendar", "Records", "Routing", "Time", "TestSupport"],
            exclude: [
                "asterisk", "notify", "sipp", "zammad", "peers.txt", "occurrences.py", "completion.py", "page_forms.py",
                "page_office.py", "page_pictures.py", "pages.py",
                "report.py",
            ]),
    ],
    cxxLanguageStandard: .cxx17
)

// What `make fuzz` builds, with the path of libFuzzer: instrumented throughout, so that nothing else waits for it.
let libFuzzer = Context.environment["MAJORD_FUZZ"]
if let libFuzzer {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Routing", "Time", "ShownText", "Numbering", "ICalendar", "DirectoryFiles", "Records", "Varlink",
                "Sockets", "AGI", "PBXProtocol", "PBX", "Sheets", "Systemd", logging,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Fuzz/Sources",
            linkerSettings: [.unsafeFlags([libFuzzer]), .linkedLibrary("stdc++")]))
}

// The program is small: what is there twice is linked once, and no symbols are offered to libraries that nobody loads.
// `make programs` names an object with the part of ICU's data that is used; it has to stand before Foundation.
let timeZoneData = Context.environment["MAJORD_TIME_ZONE_DATA"].map { [$0] } ?? []
let smallLinking = ["--no-export-dynamic", "--icf=safe", "-O2", "-z", "pack-relative-relocs"].flatMap {
    ["-Xlinker", $0]
}
for target in package.targets where target.type == .executable && target.name != "fuzz" {
    target.linkerSettings = [
        .unsafeFlags(timeZoneData + ["-use-ld=lld"] + smallLinking, .when(configuration: .release))
    ]
}

/// Whether it is written in C or C++: `CEpoll`, not `Control`.
func isC(_ target: Target) -> Bool {
    target.name.hasPrefix("C") && target.name.dropFirst().first?.isUppercase == true
}

for target in package.targets where !isC(target) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
    ]
    // Calendars are read in millions of steps by the tests of what they may cost.
    if target.name == "ICalendar" {
        target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
    if libFuzzer != nil { target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"])) }
}

// What is not on the way of a call is compiled for size.
for target in package.targets where ["Control", "MajorAPI", "Wording", "majorctl"].contains(target.name) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-Osize"], .when(configuration: .release))]
}
