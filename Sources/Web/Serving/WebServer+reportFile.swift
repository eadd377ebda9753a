import HTTPTypes
import Hummingbird
import MajorAPI
import NIOCore
import Sheets
import Time
import Wording

extension WebServer {
    /// A report as comma-separated values, for a spreadsheet.
    func reportFile(_ request: Request, _ context: WebContext) async -> Response {
        guard let query = Form(request.uri.query ?? "") else { return Response(status: .badRequest) }
        let wish = ReportWish(query)
        if let mistake = wish.mistake {
            let words = PageWords(Language(accepting: request.headers[.acceptLanguage]))
            return Response(
                status: .unprocessableContent, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: words.mistake(mistake) + "\n")))
        }
        do throws(AskingError) {
            guard let visitor = try await visitor(request, context) else { return Response(status: .forbidden) }
            let report = try await office.ask(for: visitor.reader) { line throws(AskingError) in
                try line.gather(wish.request)
            }
            let name = ["majord", report.month, wish.client].compactMap(\.self).joined(separator: "-")
                .filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"\(name).csv\"",
                ], body: .init(byteBuffer: ByteBuffer(string: ReportCSV.text(report))))
        } catch {
            return Response(status: error == .away ? .serviceUnavailable : .forbidden)
        }
    }
}
