import Foundation
import Routing

/// Puts something else in the place of what is to be forgotten in a file of the directory, which is to be read yet: texts are compared by what
/// they say, however YAML writes them.
struct FileErasure {
    let text: ErasureText

    private struct Change {
        /// In bytes.
        let range: Range<Int>
        let becomes: String
    }

    private var term: Erasure.Term { text.term }
    private var token: String { ForgottenText.token(term.token).text }
    private var address: String { "\(token)@forgotten.invalid" }

    /// The file without it; nil where it is not in there.
    func erased(from file: String) -> String? {
        Self.with(changes(in: file), in: file)
    }

    private static func with(_ changes: [Change], in file: String) -> String? {
        let changes = changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard !changes.isEmpty else { return nil }
        var (rest, end) = ("", 0)
        for change in changes {
            rest += part(file, end..<change.range.lowerBound)
            rest += change.becomes
            end = change.range.upperBound
        }
        return rest + part(file, end..<file.utf8.count)
    }

    /// A file with other paths of those that it names; nil where they stay.
    static func renamed(
        _ file: String, of path: String, _ paths: ErasurePaths, _ reading: ErasureReading
    ) -> String? {
        guard let scalars = reading.scalars(file) else { return nil }
        return with(
            scalars.compactMap { scalar in
                guard let target = reading.file(scalar, path),
                    let name = paths.reference(scalar.value, to: target, in: path), name != scalar.value
                else { return nil }
                return change(scalar, file, name)
            }, in: file)
    }

    /// The line of a file in which it is, from 1; nil where it is not. A contact is where his name is.
    func line(in file: String) -> Int? {
        let first = changes(in: file, areNames: true).map(\.range.lowerBound).min()
        return first.map { file.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
    }

    /// - Parameter areNames: Whether a contact is where his name is, and not where his addresses are.
    private func changes(in file: String, areNames: Bool = false) -> [Change] {
        guard mayHave(file) else { return [] }
        guard let read = DirectoryText(file, text.reading) else {
            // A list of holidays, which has no people.
            let change = { freely($0, areNames, withName: text.hasLongName) }
            return Self.isCalendar(file) ? contentLines(file, change) : lines(file, 0..<file.utf8.count, change)
        }
        return switch term.identifier {
        case .number: numbers(read)
        case .contact(_, let client): contact(client, read, areNames)
        }
    }

    /// Most files have to be looked at no closer.
    private func mayHave(_ file: String) -> Bool {
        if file.utf8.contains(UInt8(ascii: "\\")) || Self.isCalendar(file) { return true }
        switch term.identifier {
        case .number(let number): return ErasureText.mayHave(number, file)
        case .contact(let name, _):
            // What people type in several ways is not looked for in one.
            guard let first = ContactName.words(name).first, !first.contains("'"), !first.contains("-"),
                !name.contains(where: \.isNumber)
            else { return true }
            return file.range(of: first, options: .caseInsensitive) != nil
                || term.addresses.contains { file.range(of: $0, options: .caseInsensitive) != nil }
        }
    }

    private func numbers(_ read: DirectoryText) -> [Change] {
        guard let owner = term.owner else {
            let people = Set(read.people.map(\.name.bytes))
            return read.scalars.filter { !$0.isKey }.compactMap { scalar in
                let standIn = people.contains(scalar.bytes) ? token : standIn(scalar)
                return change(scalar, read, text.replaced(in: scalar.value, standIn, isFile: true))
            } + comments(read) { _ in true }
        }
        return read.people.filter { $0.client == owner.client && ContactName.isKept($0.name.value, asked: owner.name) }
            .flatMap { $0.values(of: "mobile") }
            .compactMap { change($0, read, text.replaced(in: $0.value, term.standIn, isFile: true)) }
    }

    /// What is dialled, and not called from, has no plus.
    private func standIn(_ scalar: FileScalar) -> String {
        let isDialled = scalar.keys.last == .field("extension") || scalar.keys.first == .field("overflow")
        return isDialled ? term.standIn.filter(\.isNumber) : term.standIn
    }

    private func contact(_ client: ClientID, _ read: DirectoryText, _ areNames: Bool) -> [Change] {
        let his = read.people.filter { $0.client == client && text.isHis($0.name.value) }
        var changed: [Range<Int>: String] = [:]
        for person in his {
            changed[person.name.bytes] = token
            guard !areNames else { continue }
            for email in person.values(of: "email") { changed[email.bytes] = address }
        }
        for scalar in read.scalars where !scalar.isKey && changed[scalar.bytes] == nil {
            let isFree = DirectoryText.isFree(scalar) && isMeant(client, beside: [scalar], read)
            guard isFree || !areNames else { continue }
            changed[scalar.bytes] = text.replaced(
                in: scalar.value, token, address: areNames ? nil : address, withName: isFree)
        }
        return read.scalars.compactMap { change($0, read, changed[$0.bytes]) }
            + comments(read, areNames) { isMeant(client, beside: $0, read) }
    }

    /// Whether a contact's name is meant where people write what they like: in what is about his client, and elsewhere where it is nobody's
    /// there.
    private func isMeant(_ client: ClientID, beside scalars: [FileScalar], _ read: DirectoryText) -> Bool {
        let owners = scalars.map(read.client)
        if owners.contains(client) { return true }
        return text.hasLongName && !read.people.contains { owners.contains($0.client) && text.isHis($0.name.value) }
    }

    /// What stands between texts: comments, if anything.
    ///
    /// - Parameter isHis: Whether a contact's name is meant beside these texts.
    private func comments(
        _ read: DirectoryText, _ areNames: Bool = false, _ isHis: ([FileScalar]) -> Bool
    ) -> [Change] {
        let places = read.scalars
        return (0...places.count).flatMap { number -> [Change] in
            let start = number > 0 ? places[number - 1].bytes.upperBound : 0
            let end = number < places.count ? places[number].bytes.lowerBound : read.text.utf8.count
            guard start < end else { return [] }
            let beside = [number - 1, number].filter(places.indices.contains).map { places[$0] }
            return lines(read.text, start..<end) { line in
                line.utf8.contains(UInt8(ascii: "#")) ? freely(line, areNames, withName: isHis(beside)) : nil
            }
        }
    }

    /// What changes in each line of a part of the file, which is known by its own number.
    private func lines(_ file: String, _ range: Range<Int>, _ change: (String) -> String?) -> [Change] {
        var start = range.lowerBound
        return Self.part(file, range).split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            let place = start..<start + line.utf8.count
            start = place.upperBound + 1
            return change(String(line)).map { Change(range: place, becomes: $0) }
        }
    }

    private static func isCalendar(_ file: String) -> Bool {
        file.prefix(64).uppercased().contains("BEGIN:VCALENDAR")
    }

    /// What changes in each content line of a calendar, which may go on in lines behind a blank, in the middle of a word (RFC 5545, section 3.1).
    private func contentLines(_ file: String, _ change: (String) -> String?) -> [Change] {
        let ends = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        var (changes, start): ([Change], Int) = ([], 0)
        var bytes: [UInt8] = []
        func take(_ end: Int) {
            let written = String(decoding: bytes, as: UTF8.self)
            if let becomes = change(written) { changes.append(Change(range: start..<end, becomes: becomes)) }
        }
        let lines = file.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var (place, end) = (0, 0)
        for line in lines {
            let isFolded = place > 0 && [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(line.first)
            if !isFolded {
                take(end)
                (start, bytes) = (place, [])
            }
            let text = line.dropFirst(isFolded ? 1 : 0)
            let own = text.last == ends[0] ? text.dropLast() : text
            bytes += own
            end = place + line.count - (text.count - own.count)
            place += line.count + 1
        }
        take(end)
        return changes
    }

    private func freely(_ written: String, _ areNames: Bool = false, withName: Bool = false) -> String? {
        if case .number = term.identifier {
            return term.owner == nil ? text.replaced(in: written, term.standIn, isFile: true) : nil
        }
        return text.replaced(in: written, token, address: areNames ? nil : address, withName: withName)
    }

    private func change(_ scalar: FileScalar, _ read: DirectoryText, _ value: String?) -> Change? {
        value.map { Self.change(scalar, read.text, $0) }
    }

    private static func change(_ scalar: FileScalar, _ file: String, _ value: String) -> Change {
        let raw = part(file, scalar.bytes)
        let quotes = raw.count > 1 && "\"'".contains(raw.first ?? " ") ? raw.prefix(1) : ""
        let isPlain = raw.dropFirst(quotes.count).dropLast(quotes.count) == scalar.value[...]
        // What takes a text's place has nothing in it that is to be quoted; what stays of it may have.
        let written = isPlain ? quotes + value + quotes : quoted(value) + (raw.last?.isNewline == true ? "\n" : "")
        return Change(range: scalar.bytes, becomes: written)
    }

    /// In double quotes, as YAML has them.
    private static func quoted(_ value: String) -> String {
        var quoted = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func part(_ text: String, _ bytes: Range<Int>) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
    }
}
