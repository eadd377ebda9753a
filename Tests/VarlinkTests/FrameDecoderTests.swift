import Testing

@testable import Varlink

@Suite("Frame decoder")
struct FrameDecoderTests {
    private func frames(_ pieces: [ArraySlice<UInt8>]) throws -> [[UInt8]] {
        var decoder = FrameDecoder()
        var frames: [[UInt8]] = []
        for piece in pieces {
            decoder.append(piece)
            while let frame = try decoder.next() { frames.append(frame) }
        }
        #expect(decoder.bufferedByteCount == 0)
        return frames
    }

    @Test("messages are the same wherever the bytes are split")
    func splitAtEveryByte() throws {
        let messages = [#"{"method":"a.B"}"#, "", "x", #"{"é":"€"}"#].map { Array($0.utf8) }
        let bytes = Array(messages.map { $0 + [0] }.joined())
        for first in 0...bytes.count {
            for second in first...bytes.count {
                #expect(try frames([bytes[..<first], bytes[first..<second], bytes[second...]]) == messages)
            }
        }
        #expect(try frames(bytes.indices.map { bytes[$0...$0] }) == messages)
    }

    @Test("a message as long as the limit passes, one byte more does not")
    func limit() throws {
        var decoder = FrameDecoder(limit: 4)
        decoder.append([1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 0, 1, 0])
        #expect(try decoder.next() == [1, 2, 3, 4])
        #expect(throws: MessageError.tooLong) { try decoder.next() }
        #expect(throws: MessageError.tooLong) { try decoder.next() }
    }

    @Test("a message that does not end is refused as soon as it is too long")
    func endless() throws {
        var decoder = FrameDecoder(limit: 4)
        for byte: UInt8 in 1...4 {
            decoder.append([byte])
            #expect(try decoder.next() == nil)
        }
        decoder.append([5])
        #expect(throws: MessageError.tooLong) { try decoder.next() }
    }
}
