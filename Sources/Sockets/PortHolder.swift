import Foundation
import Glibc

/// Who listens on a TCP port of this machine, as far as the kernel tells without being asked for long.
package struct PortHolder: Equatable, Sendable {
    /// The Unix user that made the socket.
    let user: UInt32
    /// The process, where this one may look at it: root sees all, others their own.
    let process: Process?

    /// A user of whose process nothing is known.
    package init(user: UInt32) {
        self.init(user: user, process: nil)
    }

    private init(user: UInt32, process: Process?) {
        self.user = user
        self.process = process
    }

    struct Process: Equatable, Sendable {
        var id: Int32
        var name: String
    }

    /// `asterisk, process 812`, or `a program of user asterisk`.
    package var description: String {
        if let process { return "\(process.name), process \(process.id)" }
        let name = getpwuid(user).map { String(cString: $0.pointee.pw_name) }
        return "a program of user \(name ?? String(user))"
    }

    /// Looks for whoever keeps others from listening there; nil when nobody can be found.
    ///
    /// - Parameter address: One of IPv4.
    package static func find(_ address: SocketAddress) -> PortHolder? {
        let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map {
            (try? String(contentsOfFile: $0, encoding: .utf8)) ?? ""
        }
        guard let (user, inode) = tables.lazy.compactMap({ listener(in: $0, at: address) }).first else { return nil }
        return PortHolder(user: user, process: process(with: "socket:[\(inode)]"))
    }

    /// The socket that listens on an address or on all, in a table of the kernel's (proc_net_tcp.rst in Linux's documentation).
    static func listener(in table: String, at address: SocketAddress) -> (user: UInt32, inode: String)? {
        guard let host = address.host?.ipv4, let number = address.port else { return nil }
        func hexadecimal(_ number: UInt32) -> String {
            let digits = String(number, radix: 16, uppercase: true)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }
        let own = hexadecimal(host)
        let isAny = host == INADDR_ANY
        let port = hexadecimal(UInt32(number)).suffix(4)
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: " ")
            // 0A: it listens.
            guard columns.count > 9, columns[3] == "0A" else { continue }
            let local = columns[1].split(separator: ":")
            guard local.count == 2, local[1] == port else { continue }
            // An IPv4 address as IPv6 writes it has the same last digits.
            let takesAll = local[0].allSatisfy { $0 == "0" }
            guard isAny || takesAll || local[0].hasSuffix(own), let user = UInt32(columns[7]) else { continue }
            return (user, String(columns[9]))
        }
        return nil
    }

    private static func process(with socket: String) -> Process? {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for id in processes.compactMap({ Int32($0) }) {
            let folder = "/proc/\(id)/fd"
            for descriptor in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = "\(folder)/\(descriptor)"
                guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == socket else { continue }
                let name = (try? String(contentsOfFile: "/proc/\(id)/comm", encoding: .utf8)) ?? "a program"
                return Process(id: id, name: name.trimmingCharacters(in: .newlines))
            }
        }
        return nil
    }
}
