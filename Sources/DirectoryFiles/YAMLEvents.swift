import CYaml

/// What libyaml reads, one event after the other.
///
/// Time and memory for an event are bounded by its length: of what libyaml does in quadratic time, only the list of tag directives
/// can grow, and it is watched.
final class YAMLEvents {
    enum Event {
        case text(String, isPlain: Bool)
        case listStart, fieldsStart
        /// Of a list, or of keys and values.
        case end
        /// `*name`
        case alias(String)
        case documentStart
        /// Of a document, or of the stream.
        case streamStart, documentEnd, streamEnd
    }

    /// Why the text is no YAML, and where.
    struct Failure: Error {
        let text: String
        let mark: YAMLNode.Mark
    }

    /// A file with more `%TAG` lines is refused; nobody has written one.
    private static let maximumDirectives = 16

    /// The text, and how far libyaml has read it.
    private struct Input {
        let text: UnsafeBufferPointer<UInt8>
        var offset = 0
        let parser: UnsafeMutablePointer<yaml_parser_t>
        var hasTooManyDirectives = false
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutablePointer<Input>
    /// Where the last event stands, in Unicode scalars.
    private(set) var span = 0..<0

    /// - Parameter text: UTF-8 that outlives the events.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        input = .allocate(capacity: 1)
        input.initialize(to: Input(text: text, parser: parser))
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let read:
            @convention(c) (
                UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int, UnsafeMutablePointer<Int>?
            ) -> Int32 = { data, buffer, size, count in
                guard let input = data?.assumingMemoryBound(to: Input.self), let buffer, let count else { return 0 }
                let directives = input.pointee.parser.pointee.tag_directives
                // libyaml compares each with all before it.
                if let top = directives.top, let start = directives.start, top - start > YAMLEvents.maximumDirectives {
                    input.pointee.hasTooManyDirectives = true
                    return 0
                }
                let text = input.pointee.text
                let length = min(size, text.count - input.pointee.offset)
                if length > 0, let base = text.baseAddress {
                    buffer.update(from: base + input.pointee.offset, count: length)
                }
                input.pointee.offset += length
                count.pointee = length
                return 1
            }
        yaml_parser_set_input(parser, read, input)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event and where it begins.
    func next() throws(Failure) -> (event: Event, mark: YAMLNode.Mark) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
        defer { yaml_event_delete(&event) }
        span = event.start_mark.index..<max(event.start_mark.index, event.end_mark.index)
        return (Self.event(event), Self.mark(event.start_mark))
    }

    private static func event(_ event: yaml_event_t) -> Event {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .text(
                String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
        case YAML_SEQUENCE_START_EVENT: return .listStart
        case YAML_MAPPING_START_EVENT: return .fieldsStart
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        case YAML_ALIAS_EVENT:
            return .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        default: return .streamEnd
        }
    }

    private static func mark(_ mark: yaml_mark_t) -> YAMLNode.Mark {
        YAMLNode.Mark(
            line: Int32(truncatingIfNeeded: mark.line) + 1, column: Int32(truncatingIfNeeded: mark.column) + 1)
    }

    private var failure: Failure {
        if input.pointee.hasTooManyDirectives {
            return Failure(
                text: "has more than \(Self.maximumDirectives) directives (%TAG); remove them",
                mark: Self.mark(parser.pointee.mark))
        }
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
        let cure = problem.contains("cannot start any token") ? "; indent with spaces, and quote the text" : ""
        let isUnreadable = parser.pointee.error == YAML_READER_ERROR
        return Failure(
            text: "is no YAML: \(problem)\(cure)",
            mark: isUnreadable ? mark(at: parser.pointee.problem_offset) : Self.mark(parser.pointee.problem_mark))
    }

    /// Where a byte stands.
    private func mark(at offset: Int) -> YAMLNode.Mark {
        let place = FileText.place(of: offset, in: input.pointee.text)
        return YAMLNode.Mark(line: Int32(clamping: place.line), column: Int32(clamping: place.column))
    }
}
