import Glibc

/// libFuzzer's entry for programs that have a `main` of their own (compiler-rt, FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What is fuzzed, by the name on the command line.
private let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init)

private func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target?.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// Fuzzes one parser: `fuzz TARGET`, then what libFuzzer takes, such as `-max_total_time=60` and folders of inputs.
@main
enum Fuzz {
    static func main() {
        guard target != nil else {
            print("usage: fuzz TARGET [libFuzzer's arguments]")
            print("targets:", FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
            exit(64)
        }
        exit(run(["fuzz"] + CommandLine.arguments.dropFirst(2)))
    }

    /// - Parameter words: Without the target's name, which libFuzzer would take for a folder of inputs.
    private static func run(_ words: [String]) -> CInt {
        let copies = words.map { strdup($0) } + [nil]
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: copies.count)
        pointers.initialize(from: copies, count: copies.count)
        var arguments = pointers
        var count = CInt(words.count)
        return runFuzzer(&count, &arguments, take)
    }
}
