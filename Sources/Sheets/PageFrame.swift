package import Time

/// What pages that need nothing else have in common: their head, and the colours and forms of drawings.
package enum PageFrame {
    /// - Parameters:
    ///   - paper: As CSS names it, such as `A4 landscape`.
    ///   - styles: Those of this page alone.
    package static func text(_ title: String, _ language: Language, paper: String, styles: String, _ body: String)
        -> String
    {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(title.markup)</title>
        <style>
        \(Self.styles(paper: paper))
        \(styles)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    /// Those of every page.
    package static func styles(paper: String) -> String { "\(common)\n@page { size: \(paper); margin: 12mm; }" }

    private static let light = """
        --page: #fff; --text: #17202b; --quiet: #5f6b79; --both: #e8f7f1; --line: #037d5c; \
        --deputy: #431955; --nobody: #7d1020; --onNobody: #fff; --phone: #2f52ab; --missed: #945c0e;
        """

    private static let common = """
        :root { \(light) }
        @media (prefers-color-scheme: dark) { :root { --page: #11161c; --text: #e8edf2; --quiet: #8b97a4; --both: #103b2f;
          --line: #76f8c8; --deputy: #f8d0ff; --nobody: #ff5a70; --onNobody: #0d1217; --phone: #6b98eb; --missed: #ecbb19; } }
        @media print { :root { \(light) } }
        body { margin: 24px; background: var(--page); color: var(--text); font: 16px/1.4 system-ui, sans-serif;
          font-variant-numeric: tabular-nums; }
        h1 { font-size: 28px; } h2 { font-size: 20px; }
        .made, figcaption { color: var(--quiet); font-size: 14px; }
        figure { margin: 24px 0; } .chart { margin-bottom: 16px; break-inside: avoid; } .shared { position: absolute; }
        .narrow { display: none; } svg { display: block; max-width: 100%; height: auto; } svg text { fill: var(--text); font-size: 14px; } svg .small { fill: var(--quiet); font-size: 11px; }
        .key { display: inline-block; margin-right: 16px; } .key svg { display: inline-block; vertical-align: middle; }
        .b { fill: var(--both); stroke: var(--line); } .o { fill: var(--line); } .n { fill: var(--nobody); }
        .d { fill: url(#stripes); stroke: var(--deputy); } .stripe { stroke: var(--deputy); stroke-width: 3; }
        .c { stroke: var(--quiet); } .p { fill: none; stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 2 3; } svg .h { fill: none; stroke: var(--quiet); stroke-dasharray: 1 3; } .now { stroke: var(--phone); stroke-width: 1.5; }
        svg .who { font-size: 11px; text-anchor: middle; fill: var(--onNobody); } svg .plain { fill: var(--text); paint-order: stroke; stroke: var(--page); stroke-width: 3; }
        caption { text-align: left; color: var(--quiet); font-size: 14px; padding-bottom: 8px; } svg .mark { fill: var(--onNobody); font-weight: bold; text-anchor: middle; }
        table { border-collapse: collapse; } th, td { padding: 4px 16px 4px 0; text-align: left; vertical-align: top; }
        tr { border-top: 1px solid var(--quiet); }
        @media screen and (max-width: 700px) { body { margin: 16px; } h1 { font-size: 20px; } h2 { font-size: 16px; }
          .wide { display: none; } .narrow { display: block; } table { font-size: 14px; } td { overflow-wrap: anywhere; } }
        """
}

extension String {
    /// The text as it stands in HTML and SVG, in elements and in attributes with quotation marks.
    package var markup: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
