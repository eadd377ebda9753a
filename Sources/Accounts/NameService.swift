import Glibc

/// The system's name service (nsswitch.conf(5)). It may ask a server, so each of these may take as long as it likes.
package struct NameService: Sendable {
    package let userName: @Sendable (UInt32) -> Known<String>
    package let userNumber: @Sendable (String) -> Known<UInt32>
    package let groupNumber: @Sendable (String) -> Known<UInt32>
    package let groupName: @Sendable (UInt32) -> Known<String>

    package init(
        userName: @escaping @Sendable (UInt32) -> Known<String>,
        userNumber: @escaping @Sendable (String) -> Known<UInt32>,
        groupNumber: @escaping @Sendable (String) -> Known<UInt32>,
        groupName: @escaping @Sendable (UInt32) -> Known<String> = { _ in .unknown }
    ) {
        self.userName = userName
        self.userNumber = userNumber
        self.groupNumber = groupNumber
        self.groupName = groupName
    }

    package static let system = NameService(
        userName: { number in
            user {
                getpwuid_r(number, $0, $1, $2, $3)
            } value: { entry in
                entry.pw_name.map { String(cString: $0) }
            }
        },
        userNumber: { name in
            user {
                getpwnam_r(name, $0, $1, $2, $3)
            } value: {
                $0.pw_uid
            }
        },
        groupNumber: { name in
            var entry = group()
            var found: UnsafeMutablePointer<group>?
            return withBuffer { buffer, size in
                let code = getgrnam_r(name, &entry, buffer, size, &found)
                return (code, code == 0 && found != nil ? entry.gr_gid : nil)
            }
        },
        groupName: { number in
            var entry = group()
            var found: UnsafeMutablePointer<group>?
            return withBuffer { buffer, size in
                let code = getgrgid_r(number, &entry, buffer, size, &found)
                return (code, code == 0 && found != nil ? entry.gr_name.map { String(cString: $0) } : nil)
            }
        })

    private static func user<Value: Sendable & Equatable>(
        _ look: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> Int32, value: (passwd) -> Value?
    ) -> Known<Value> {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withBuffer { buffer, size in
            let code = look(&entry, buffer, size, &found)
            return (code, code == 0 && found != nil ? value(entry) : nil)
        }
    }

    /// Room for the strings of one entry; a group with very many members needs the most.
    private static func withBuffer<Value: Sendable & Equatable>(
        _ body: (UnsafeMutablePointer<CChar>, Int) -> (code: Int32, value: Value?)
    ) -> Known<Value> {
        var size = 65_536
        while true {
            let (code, value) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                buffer.baseAddress.map { body($0, buffer.count) } ?? (ENOMEM, nil)
            }
            if code == ERANGE, size < 16 << 20 {
                size *= 4
                continue
            }
            if let value { return .found(value) }
            // getpwnam(3) lists what modules say for "there is none"; anything else is a failure.
            return [0, ENOENT, ESRCH, EBADF, EPERM].contains(code) ? .missing : .unknown
        }
    }
}
