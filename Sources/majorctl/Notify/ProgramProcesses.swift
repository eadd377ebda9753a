import Foundation
import Glibc

/// The processes of a program that was started for an event: those of its group, and those that have left it, as by setsid(1). They are known by
/// a variable of their environment, which each has from whoever started it, and by their parents (proc(5)).
struct ProgramProcesses {
    /// The first one's, and its group's.
    let first: pid_t
    /// The variable, as the environment has it.
    let mark: String

    /// A variable that no other program has.
    static func newMark() -> String { "MAJORD_NOTIFY=\(getpid())-\(UInt64.random(in: .min ... .max))" }

    private struct Process {
        let id: pid_t
        let parent: pid_t
        /// When it was started, by which it is told from another that has its number since.
        let start: UInt64
        let isMarked: Bool
    }

    /// Those that were found before, with when they were started: whose parents have ended since is known by nothing else.
    private var known: [pid_t: UInt64] = [:]

    init(first: pid_t, mark: String) {
        (self.first, self.mark) = (first, mark)
    }

    /// All but the first one that run by now, and that this one may look at.
    ///
    /// - Parameter hasEnded: Whether the first one was waited for: then its number may be another's.
    mutating func others(hasEnded: Bool) -> [pid_t] {
        let all = Self.all(mark)
        var own = Dictionary(
            uniqueKeysWithValues: all.filter { $0.isMarked || known[$0.id] == $0.start }.map { ($0.id, $0.start) })
        if !hasEnded { own[first] = 0 }
        var count = 0
        while count < own.count {
            count = own.count
            for process in all where own[process.id] == nil && own[process.parent] != nil {
                own[process.id] = process.start
            }
        }
        own[first] = nil
        known = own
        return own.keys.sorted()
    }

    /// Signals all of them.
    mutating func signal(_ number: Int32, hasEnded: Bool) {
        // What leaves the group is looked for before its parent has ended.
        var others = others(hasEnded: hasEnded)
        if !hasEnded {
            kill(-first, number)
            others.removeAll { getpgid($0) == first }
        }
        for id in others { kill(id, number) }
        // What is ended may have started more meanwhile.
        var tries = 10
        while number == SIGKILL, tries > 0 {
            let left = self.others(hasEnded: true)
            guard !left.isEmpty else { return }
            for id in left { kill(id, number) }
            tries -= 1
        }
    }

    private static func all(_ mark: String) -> [Process] {
        let wanted = [UInt8](mark.utf8)
        return ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { name in
            guard let id = pid_t(name), let status = FileManager.default.contents(atPath: "/proc/\(id)/stat"),
                // The name of the program, in brackets, may have anything in it; the state and the parent follow.
                let end = status.lastIndex(of: UInt8(ascii: ")"))
            else { return nil }
            let words = status[(end + 1)...].split(separator: UInt8(ascii: " "))
            // One that has ended, and that its parent has not waited for yet.
            guard words.count > 19, words[0].first != UInt8(ascii: "Z"),
                let parent = pid_t(String(decoding: words[1], as: UTF8.self)),
                let start = UInt64(String(decoding: words[19], as: UTF8.self))
            else { return nil }
            let environment = FileManager.default.contents(atPath: "/proc/\(id)/environ") ?? Data()
            let isMarked = environment.split(separator: 0).contains { $0.elementsEqual(wanted) }
            return Process(id: id, parent: parent, start: start, isMarked: isMarked)
        }
    }
}
