import Glibc
import Monitoring
import Switchboard
import Terminal
import Time

/// What there is to tell of the daemon's process, for monitoring.
struct ProcessFigures: Sendable {
    /// When the process began, and when calls were answered.
    let started: Instant
    let ready: Instant

    var metrics: [Metric] {
        [
            // A gauge: the Prometheus text format has no type for information.
            .gauge("majord_info", "The version that runs.", label: ("version", Version.text), 1),
            .gauge(
                "majord_start_time_seconds", "When majord started, in seconds since 1970.", unit: "seconds",
                started.secondsSince1970),
            .gauge(
                "majord_start_duration_seconds", "How long the start took until majord was ready.", unit: "seconds",
                Double(ready.since(started).count) / 1_000),
            .gauge(
                "majord_process_resident_memory_bytes", "Resident memory.", unit: "bytes",
                Self.residentMemory.map(Double.init)),
            .gauge("majord_process_open_fds", "Open file descriptors.", Self.openDescriptors.map(Double.init)),
        ]
    }

    /// As /proc tells (proc(5)).
    private static var residentMemory: Int? {
        guard let file = fopen("/proc/self/statm", "re") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    private static var openDescriptors: Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        // The folder itself, `.` and `..` are among them.
        var count = -3
        while readdir(folder) != nil { count += 1 }
        return count
    }
}
