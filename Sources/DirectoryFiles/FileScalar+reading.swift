package import Routing

extension FileScalar {
    /// The texts of a YAML file, in their order; nil where it is none that a directory may have.
    package static func list(in text: String) -> [FileScalar]? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = ScalarReader(bytes)
            do throws(YAMLEvents.Failure) {
                return try reader.read()
            } catch {
                return nil
            }
        }
    }
}

extension FileScalar {
    /// The path of the file that it names beside the one that it stands in, as a level its holidays; nil where it names none.
    ///
    /// - Parameter path: Of the file that it stands in.
    package func file(namedIn path: String) -> String? {
        guard !isKey, keys.count == 3, keys.first == .field("levels"),
            keys.last == .field(LevelReader.Key.holidays.rawValue), !value.isEmpty
        else { return nil }
        return LevelReader.holidayFile(value, in: FileSource.folder(of: path))
    }
}

private struct ScalarReader {
    private enum Level {
        case list(Int)
        /// The key is nil where one is to come.
        case fields(key: String?)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let events: YAMLEvents
    private var levels: [Level] = []
    private var scalars: [FileScalar] = []
    /// How far characters have been counted.
    private var counted = (characters: 0, bytes: 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        events = YAMLEvents(bytes)
    }

    mutating func read() throws(YAMLEvents.Failure) -> [FileScalar]? {
        while true {
            switch try events.next().event {
            case .text(let text, _): take(text)
            case .listStart:
                guard begin(.list(0)) else { return nil }
            case .fieldsStart:
                guard begin(.fields(key: nil)) else { return nil }
            case .end:
                levels.removeLast()
                goOn()
            case .alias: return nil
            case .streamStart, .documentStart, .documentEnd: break
            case .streamEnd: return scalars
            }
        }
    }

    /// - Returns: False where it stands for a key, or too deep.
    private mutating func begin(_ level: Level) -> Bool {
        if case .fields(key: nil)? = levels.last { return false }
        levels.append(level)
        return levels.count <= YAMLFile.maximumDepth
    }

    private mutating func take(_ text: String) {
        let span = offset(of: events.span.lowerBound)..<offset(of: events.span.upperBound)
        if case .fields(key: nil)? = levels.last {
            scalars.append(FileScalar(value: text, bytes: span, keys: keys(levels.dropLast()), isKey: true))
            levels[levels.count - 1] = .fields(key: text)
        } else {
            scalars.append(FileScalar(value: text, bytes: span, keys: keys(levels[...]), isKey: false))
            goOn()
        }
    }

    /// A value is over.
    private mutating func goOn() {
        switch levels.last {
        case .list(let place): levels[levels.count - 1] = .list(place + 1)
        case .fields: levels[levels.count - 1] = .fields(key: nil)
        case nil: break
        }
    }

    private func keys(_ levels: ArraySlice<Level>) -> [FileScalar.Key] {
        levels.map { level in
            switch level {
            case .list(let place): .entry(place)
            case .fields(let key): .field(key ?? "")
            }
        }
    }

    /// Where a character begins; they come in their order.
    private mutating func offset(of character: Int) -> Int {
        while counted.characters < character, counted.bytes < bytes.count {
            counted.bytes += 1
            while counted.bytes < bytes.count, bytes[counted.bytes] & 0xC0 == 0x80 { counted.bytes += 1 }
            counted.characters += 1
        }
        return counted.bytes
    }
}
