import ArgumentParser
import Dispatch
import Foundation
import MajorAPI
import Synchronization
import Testing
import Time
import Varlink

@testable import majorctl

/// `majorctl` in process: its own commands, with the control interface in the place of a socket.
struct MajorctlRun {
    let office: Office
    let person: String
    /// What he reads.
    var language = Language.en

    /// - Returns: What it prints, what went wrong, and `exit 1` where that is its status. Times are without their zone, which is named only
    ///   where the machine's is another one.
    func lines(_ words: [String]) async throws -> [String] {
        // What was noted before stands in the records that some commands read.
        await office.settle()
        let (calls, asking) = AsyncStream<StoryChannel.Call>.makeStream()
        let printed = Printed()
        // A word that names a file of the story is that file.
        let words = words.map { word in
            let file = office.files.appending(path: word).path
            return FileManager.default.fileExists(atPath: file) && !word.isEmpty ? file : word
        }
        let language = language
        // Commands wait for their answers, which nothing of this process's pool may do.
        async let status = Self.status(of: words, language, StoryChannel(asking: asking)) { text in
            printed.text.withLock { $0 += text }
        }
        for await call in calls { call.answer(await answer(call)) }
        let ended = await status
        let lines = printed.text.withLock { $0 }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .dropLast().map { line in
                String(line).replacing(/(\d\d:\d\d(?: \(UTC[+-]\d+\))?) Europe\/Amsterdam/) { "\($0.output.1)" }
            }
        for offered in lines.flatMap(OfferedCommand.all) {
            if let wrong = offered.wrong {
                Issue.record(
                    "majorctl \(offered.words.joined(separator: " ")) is offered, and is wrong usage: \(wrong)")
            }
        }
        return lines + (ended == 0 ? [] : ["exit \(ended)"])
    }

    private final class Printed: Sendable {
        let text = Mutex("")
    }

    private func answer(_ call: StoryChannel.Call) async -> Result<JSONObject, VarlinkClientError> {
        do {
            var reply = try await office.ask(call.method, call.parameters, by: person)
            if call.method == RosterAPI.Status.method { hideSettlings(in: &reply.parameters) }
            guard let error = reply.error else { return .success(reply.parameters) }
            return .failure(.remote(VarlinkError(name: error, parameters: reply.parameters)))
        } catch {
            return .failure(.serverClosed)
        }
    }

    /// Decisions that the story has not asked for.
    private func hideSettlings(in status: inout JSONObject) {
        guard case .object(var decisions) = status["decisions"], case .integer(let passed) = decisions["not-exclusive"]
        else { return }
        let left = passed - Int64(office.settlings)
        decisions["not-exclusive"] = left > 0 ? .integer(left) : nil
        status["decisions"] = .object(decisions)
    }

    /// Runs a command on a thread of its own, and tells its exit status.
    private static func status(
        of words: [String], _ language: Language, _ channel: StoryChannel, _ write: @escaping @Sendable (String) -> Void
    ) async -> Int32 {
        await withCheckedContinuation { ended in
            Thread.detachNewThread {
                let status = run(words, language, channel, write)
                channel.asking.finish()
                ended.resume(returning: status)
            }
        }
    }

    private static func run(
        _ words: [String], _ language: Language, _ channel: StoryChannel, _ write: @escaping (String) -> Void
    ) -> Int32 {
        do {
            guard let command = try MajorctlCommand.parseAsRoot(words) as? any SessionCommand else {
                write("stories do not know this command\n")
                return 64
            }
            let session = Session(
                command.options, language: language, style: Style(isColored: false), isInteractive: false, words: words,
                write: write
            ) { () throws(VarlinkClientError) in channel }
            try command.perform(session)
            return 0
        } catch let failure as Failure {
            write("\(failure.text)\n")
            return failure.exitCode.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            write("\(MajorctlCommand.message(for: error))\n")
            return MajorctlCommand.exitCode(for: error).rawValue
        }
    }
}

/// The control interface as a command on another thread asks it.
struct StoryChannel: DaemonChannel, Sendable {
    struct Call: Sendable {
        let method: String
        let parameters: JSONObject
        let answer: @Sendable (Result<JSONObject, VarlinkClientError>) -> Void
    }

    let asking: AsyncStream<Call>.Continuation

    func call(_ method: String, _ parameters: some VarlinkMessage) throws(VarlinkClientError) -> JSONObject {
        guard let parameters = try? JSONObject(of: parameters) else { throw .serverClosed }
        let answered = DispatchSemaphore(value: 0)
        let answer = Answer()
        asking.yield(
            Call(method: method, parameters: parameters) { told in
                answer.value.withLock { $0 = told }
                answered.signal()
            })
        answered.wait()
        return try answer.value.withLock { $0 }.get()
    }

    /// One reply, as to whoever does not say `more`.
    func stream(
        _ method: String, _ parameters: some VarlinkMessage, timeout: Duration?, onReply: (JSONObject) -> Bool
    ) throws(VarlinkClientError) {
        _ = onReply(try call(method, parameters))
    }

    private final class Answer: Sendable {
        let value = Mutex<Result<JSONObject, VarlinkClientError>>(.failure(.serverClosed))
    }
}
