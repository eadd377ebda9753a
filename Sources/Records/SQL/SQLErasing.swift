import Routing
import Time

/// Forgetting one number or person in a database.
struct SQLErasing<Engine: SQLEngine>: ErasingRecords {
    let engine: Engine

    func newestFiles() throws(LedgerError) -> [(key: String, value: String)] {
        (try newest()?.files ?? [:]).sorted { $0.key < $1.key }
    }

    private func newest() throws(LedgerError) -> KeptDirectory? {
        try engine.readLong { try SQLDirectories<Engine>.newest($0) }
    }

    func places(
        inFilesOf terms: [Erasure.Term], _ reading: ErasureReading
    ) throws(LedgerError) -> [Place?] {
        let kept = try newest()
        let files = (kept?.files ?? [:]).sorted { $0.key < $1.key }
        let paths = (kept.map { [$0.path] } ?? []) + files.map(\.key)
        return terms.map { term in
            let text = ErasureText(term: term, reading: reading)
            for (path, written) in files {
                if let line = FileErasure(text: text).line(in: written) { return Place(file: path, line: line) }
            }
            return paths.first(where: text.isIn).map { Place(file: $0) }
        }
    }

    func find(_ erasure: Erasure) throws(LedgerError) -> ErasureOutline {
        let search = try engine.readLong { try ErasureSearch(erasure, engine.dialect, $0) }
        var outline = ErasureOutline()
        outline.last[Self.versions] = try engine.readLong { try ErasureSearch.last(Self.versions, $0) }
        for (number, place) in ErasureSearch.places.enumerated() {
            outline.last[place.table] = try inSlices(place, after: 0) { session, first, last in
                var finding = ErasureFinding()
                try search.look(in: place, after: first, through: last, session, &finding)
                outline.add(finding, of: erasure, in: number, after: first, through: last)
            }
        }
        return outline
    }

    func look(for erasure: Erasure, in stretch: ErasureOutline.Stretch) throws(LedgerError) -> ErasureFinding {
        return try engine.readLong { session in
            var finding = ErasureFinding()
            let place = ErasureSearch.places[stretch.place]
            try ErasureSearch(erasure, engine.dialect, only: place, session).look(
                in: place, after: stretch.after, through: stretch.through, session, &finding)
            return finding
        }
    }

    func erase(part: ErasureFinding, firstOf first: Erasure?) throws(LedgerError) -> ErasureFinding {
        try engine.change(anyOf: [.roster, .missed, .forgotten]) { session in
            if let first { try Self.note(first, session) }
            var overtaken = ErasureFinding()
            for trace in part.traces {
                if try !trace.write(to: session) { overtaken.add(trace) }
            }
            return overtaken
        }
    }

    func erase(_ erasure: Erasure, _ found: ErasureFinding) throws(LedgerError) -> ErasureFinding? {
        try engine.change(anyOf: [.roster, .missed, .forgotten]) { session in
            guard try ErasureSearch.last(Self.versions, session) == found.last[Self.versions] else { return nil }
            var all = found
            let search = try ErasureSearch(erasure, engine.dialect, session)
            for place in ErasureSearch.places {
                // What came meanwhile.
                try search.look(
                    in: place, after: found.last[place.table] ?? 0,
                    through: try ErasureSearch.last(place.table, session), session, &all)
            }
            for trace in all.traces { guard try trace.isThere(session) else { return nil } }
            for trace in all.traces { _ = try trace.write(to: session) }
            if !all.traces.isEmpty, !found.isNoted { try Self.note(erasure, session) }
            try Self.noteDone(erasure, session)
            return all
        }
    }

    private static var versions: String { "directory_version" }

    /// Goes through a table's rows, so many after the other: their numbers may have gaps of a billion, as events' after a restore.
    ///
    /// - Returns: The last one.
    @discardableResult
    func inSlices(
        _ place: ErasureSearch.Place, after first: Int64, _ look: (Engine.Session, Int64, Int64) throws -> Void
    ) throws(LedgerError) -> Int64 {
        let last = try engine.readLong { try ErasureSearch.last(place.table, $0) }
        var done: Int64? = first
        while let after = done, after < last {
            done = try engine.readLong { session in
                let next = try session.end(of: place.atOnce, after: after, place.key, of: place.table)
                if let next { try look(session, after, next) }
                return next
            }
        }
        return last
    }
}

extension ErasureFinding.Trace {
    fileprivate func isThere(_ session: some SQLSession) throws -> Bool {
        try !session.rows(
            "SELECT \(spot.key) FROM \(spot.table) WHERE \(spot.key) = $1 AND \(spot.column) = $2",
            [SQLValue(spot.id), .text(was)]
        ).isEmpty
    }

    /// - Returns: False where something else stands there, which stays.
    fileprivate func write(to session: some SQLSession) throws -> Bool {
        let place = "\(spot.key) = $1 AND \(spot.column) = $2"
        let there = [SQLValue(spot.id), .text(was)]
        let changed =
            switch becomes {
            case .text(let text):
                try session.execute(
                    "UPDATE \(spot.table) SET \(spot.column) = $3 WHERE \(place)", there + [.text(text)])
            case .nothing:
                try session.execute("UPDATE \(spot.table) SET \(spot.column) = NULL WHERE \(place)", there)
            case .removal: try session.execute("DELETE FROM \(spot.table) WHERE \(place)", there)
            }
        return changed > 0
    }
}
