import Foundation
import Glibc
import PBX
import Sockets

/// The file with FastAGI's token, read once at the start.
///
/// Without one majord starts all the same: calls are answered, and no more than questions is taken.
struct TokenFile {
    /// The credential's name in majord.service (systemd.exec(5), LoadCredential=).
    private static let credential = "fastagi-token"
    /// The most bytes that are read.
    private static let limit = 4_096

    let token: FastAGIToken?
    /// Why there is none, in words for people.
    let trouble: String?

    /// - Parameter path: The file; else the credential that systemd passes.
    init(_ path: String?, environment: [String: String]) {
        let consequence = "so FastAGI answers /route and /next alone"
        guard let path = path ?? environment["CREDENTIALS_DIRECTORY"].map({ "\($0)/\(Self.credential)" }) else {
            token = nil
            trouble = "There is no token for FastAGI, \(consequence); give majord one with --fastagi-token"
            return
        }
        let contents: [UInt8]
        do throws(SystemError) {
            contents = try Self.contents(path)
        } catch {
            token = nil
            trouble = "The token for FastAGI cannot be read from \(path): \(error), \(consequence)"
            return
        }
        token = FastAGIToken(contents)
        // What the unit has in place of a file that is missing.
        let isMissing = contents.starts(with: "none".utf8) && contents.count <= 5
        let lengths = FastAGIToken.lengths
        trouble =
            token != nil
            ? nil
            : isMissing
                ? "There is no token for FastAGI, \(consequence); make one with /usr/lib/majord/new-fastagi-token and restart majord"
                : "\(path) has no token of \(lengths.lowerBound) to \(lengths.upperBound) letters and digits, \(consequence)"
    }

    private static func contents(_ path: String) throws(SystemError) -> [UInt8] {
        // A pipe that nobody writes to must not hold up the start.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw SystemError(code: errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw SystemError(code: errno) }
        return Array(bytes.prefix(count))
    }
}
