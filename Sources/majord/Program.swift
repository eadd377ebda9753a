import ArgumentParser
import majorctl

/// Where the one executable starts: as majorctl where it is called so, by a link or a copy of that name, else as majord.
///
/// Both in one file are half as large as each by itself: most of either is Swift's runtime and Foundation.
@main
enum Program {
    static func main() async {
        if isMajorctl(called: CommandLine.arguments.first ?? "") { MajorctlProgram.run() }
        await MajordCommand.main()
    }

    /// - Parameter name: The name or the path by which the program was called.
    static func isMajorctl(called name: String) -> Bool {
        name == "majorctl" || name.hasSuffix("/majorctl")
    }
}
