import Glibc

/// How many descriptors the process may have open.
enum DescriptorLimit {
    /// Raises the soft limit to the hard one: a call over FastAGI takes a connection of its own, and the usual soft limit of 1,024 is there
    /// for programs that use select(2).
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
