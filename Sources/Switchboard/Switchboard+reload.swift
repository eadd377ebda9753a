package import DirectoryFiles
import Logging
import Records
package import Routing
import Time
import Wording

extension Switchboard {
    /// What came of a reload.
    package enum ReloadOutcome: Sendable {
        /// The new directory is in force.
        case done(DirectoryDifference, generation: UInt64, warnings: [Finding])
        /// The directory has errors; the running one stays in place.
        case refused([Finding])
    }

    /// How long a replaced table is held on to. Whoever lets a large one go last spends some time on it: that must not be a thread
    /// that answers PBXs, which hold one for microseconds.
    private static let retirement: Duration = .seconds(1)

    /// Reads the directory again: all of it is put into force, or nothing. Several at once go one after the other, in the order of
    /// asking. Meanwhile calls are answered and the roster is changed as ever.
    ///
    /// - Parameters:
    ///   - isStrict: Whether a warning refuses it as well.
    ///   - progress: Is told how far it has come.
    package func reload(strict isStrict: Bool = false, _ progress: ReadingProgress? = nil) async -> ReloadOutcome {
        let previous = lastReload
        let reload = Task {
            await previous?.value
            return await readAndPublish(strict: isStrict, progress)
        }
        lastReload = Task { _ = await reload.value }
        return await reload.value
    }

    /// Reads the directory as a reload would, and changes nothing.
    package nonisolated func check(_ progress: ReadingProgress? = nil) async -> [Finding] {
        let (path, instant, current) = (configuration, now(), table)
        let (findings, users) = await BackgroundThread.run("majord-check") {
            let reading = DirectoryReader.reading(
                at: path, now: instant, threads: BackgroundThread.cores, progress: progress)
            let table = reading.directory.flatMap {
                try? RoutingTable(directory: $0, roster: current.roster, generation: current.generation)
            }
            let warnings = table.map {
                RosterWarnings.findings(
                    $0, before: current, isInForce: false, gaps: $0.newGaps(since: nil, at: instant), path: path,
                    at: instant)
            }
            return (reading.findings + (warnings ?? []), reading.users)
        }
        return (findings + (await missing(users))).sorted()
    }

    private func readAndPublish(strict isStrict: Bool, _ progress: ReadingProgress?) async -> ReloadOutcome {
        let (path, instant, before) = (configuration, now(), table)
        let read = await BackgroundThread.run("majord-reload") {
            Result { () throws(DirectoryLoad.Failure) in
                let load = try DirectoryLoad(
                    path: path, roster: before.roster, generation: before.generation, at: instant,
                    threads: BackgroundThread.cores, progress: progress)
                let (old, new) = (before.directory, load.table.directory)
                let settings = new.settings.keys(differingFrom: old.settings)
                let gaps = load.table.newGaps(since: before, at: instant)
                let warnings = RosterWarnings.findings(
                    load.table, before: before, isInForce: !isStrict, gaps: gaps, path: path, at: instant)
                return (load, DirectoryDifference(from: old, to: new, settings: settings), warnings, gaps)
            }
        }
        switch read {
        case .success((let load, let difference, let rosterWarnings, let gaps)):
            let warnings = (load.warnings + rosterWarnings + (await missing(load.users))).sorted()
            if isStrict, !warnings.isEmpty { return await refused(warnings, at: instant) }
            let (generation, since) = await change { (publish(load), now()) }
            unkept = nil
            uncheckedUsers = []
            refusal = nil
            health.noteReloaded(at: instant)
            noteChange()
            progress?.begin(.keeping)
            await keep(load, at: instant, since: since, uncovering: gaps)
            Task.detached {
                try? await Task.sleep(for: Self.retirement)
                withExtendedLifetime(before) {}
            }
            logger.report(
                .reloaded, "Reloaded: \(difference.summary)",
                difference.fields.merging(["generation": "\(generation)"]) { $1 })
            logger.report(warnings, in: path)
            await watchConditions()
            return .done(difference, generation: generation, warnings: warnings)
        case .failure(.findings(let findings)): return await refused(findings, at: instant)
        case .failure(.mistake(let text)):
            return await refused([Finding(.error, at: Place(file: path), text)], at: instant)
        }
    }

    /// Publishes what was read while the roster may have changed.
    private func publish(_ load: DirectoryLoad) -> UInt64 {
        let next = RoutingTable(load.table, roster: table.roster, generation: table.generation + 1)
        publish(Published(table: next, numbers: load.numbers))
        siteFiles.note(load.copy?.files, below: configuration)
        return next.generation
    }

    /// - Parameter findings: With errors, or, of a strict reload, warnings alone.
    private func refused(_ findings: [Finding], at instant: Instant) async -> ReloadOutcome {
        let errors = findings.filter { $0.severity == .error }
        let count = errors.count(of: .error)
        // A strict reload that was refused leaves files that could be in force: nothing is degraded.
        if count > 0 {
            health.noteRefused(errors: count, at: instant)
            refusal = DirectoryRefusal(errors, at: instant)
        }
        noteChange()
        let why = count > 0 ? counted(count, .error) : "\(counted(findings.count, .warning)) and --strict"
        logger.report(
            .reloadRefused, "Reload refused, \(why); generation \(table.generation) stays in force",
            ["generation": "\(table.generation)", "errors": "\(count)"])
        logger.report(count > 0 ? errors : findings, in: configuration)
        await watchConditions()
        return .refused(findings)
    }
}

extension DirectoryDifference {
    /// `2 clients added, 1 agent changed, overflow changed`, or `nothing changed`
    package var summary: String {
        let parts = kinds.flatMap { changes, noun in
            [(changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed")]
                .filter { !$0.0.isEmpty }
                .map { "\(counted($0.0.count, noun)) \($0.1)" }
        }
        let words = settings.isEmpty ? parts : parts + ["\(settings.joined(separator: ", ")) changed"]
        return words.isEmpty ? "nothing changed" : words.joined(separator: ", ")
    }

    /// What came, went and changed, one a line, as fields of a journal message; at most 100 of each.
    var fields: Logger.Metadata {
        var fields: Logger.Metadata = [:]
        for (name, ids) in [("added", \Changes.added), ("changed", \Changes.changed), ("removed", \Changes.removed)] {
            // Numbers are people's; the journal has them masked at the most.
            let named = kinds.filter { $0.noun != .number }.flatMap { kind in
                kind.changes[keyPath: ids].map { "\(kind.noun.word(1)) \($0)" }
            }
            let all = name == "changed" ? named + settings.map { "setting \($0)" } : named
            if !all.isEmpty { fields[name] = "\(all.prefix(100).joined(separator: "\n"))" }
        }
        return fields
    }

    private var kinds: [(changes: Changes, noun: Noun)] {
        [(clients, .client), (agents, .agent), (numbers, .number), (pairs, .pair)]
    }
}
