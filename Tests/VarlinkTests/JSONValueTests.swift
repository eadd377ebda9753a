import TestSupport
import Testing

@testable import Varlink

@Suite("JSON value")
struct JSONValueTests {
    @Test("any value comes back from its text", arguments: 1...200 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let value = JSONValue.random(levels: 5, using: &generator)
        #expect(!value.text.contains(0))
        #expect(try JSONReader.read(value.text) == value)
    }

    @Test("keys are written in order")
    func sortedKeys() {
        #expect(
            String(decoding: (["b": 1, "a": [2.5, "x"], "A": nil] as JSONValue).text, as: UTF8.self)
                == #"{"A":null,"a":[2.5,"x"],"b":1}"#)
    }

    @Test("a double that is not finite is written as null", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(double: Double) {
        #expect(JSONValue.double(double).text == Array("null".utf8))
    }
}

extension JSONValue {
    static func random(levels: Int, using generator: inout SeededGenerator) -> JSONValue {
        let width = Int.random(in: 0...4, using: &generator)
        switch Int.random(in: 0..<(levels > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<64, using: &generator))
        case 3:
            let double = Double(bitPattern: generator.next())
            return .double(double.isFinite ? double : 0.1)
        case 4: return .string(randomString(using: &generator))
        case 5: return .array((0..<width).map { _ in random(levels: levels - 1, using: &generator) })
        default:
            let members = (0..<width).map { _ in
                (randomString(using: &generator), random(levels: levels - 1, using: &generator))
            }
            return .object(JSONObject(members, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func randomString(using generator: inout SeededGenerator) -> String {
        let highest: [UInt32] = [0x1F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
        let scalars = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(highest.randomElement(using: &generator) ?? 0), using: &generator))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
