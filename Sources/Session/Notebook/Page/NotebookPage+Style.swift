extension NotebookPage {
  /// The style sheet: one column for reading, code and outputs in the same measure, both colour schemes.
  static let style = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1d2329; --quiet: #68727d; --line: #dfe3e8;
      --code: #f5f7f9; --accent: #0a6fae; --bad: #b33a00;
      --keyword: #8a3ca8; --string: #a8421a; --value: #0a6fae; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #dde2e7; --quiet: #8e99a4; --line: #2d343b;
      --code: #1c2126; --accent: #6db7ea; --bad: #ff9a66;
      --keyword: #d39cec; --string: #f0a27c; --value: #7cc4f5; } }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0; font: 17px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 2.2em 0 0.6em; text-wrap: balance; }
    h1 { font-size: 2rem; margin-top: 0; } h2 { font-size: 1.45rem; } h3 { font-size: 1.15rem; }
    p, ul, ol, blockquote, table { margin: 0.8em 0; }
    li { margin: 0.35em 0; }
    a { color: var(--accent); }
    blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
    hr { border: none; border-top: 1px solid var(--line); margin: 2.5rem 0; }
    img, svg { max-width: 100%; height: auto; }
    pre, code { font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; }
    pre { margin: 0; overflow-x: auto; line-height: 1.5; white-space: pre; tab-size: 4; }
    pre code { font-size: 1em; }
    .text :not(pre) > code { background: var(--code); border-radius: 4px; padding: 0.1em 0.3em; }
    .text pre { background: var(--code); border-radius: 6px; padding: 0.7rem 0.9rem; font-size: 0.82em; }
    .text table { border-collapse: collapse; }
    .text th, .text td { padding: 0.35em 0.9em; border-bottom: 1px solid var(--line); text-align: left; }
    .text th { border-bottom-width: 2px; }
    math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "Noto Sans Math", math; }
    .formula { overflow-x: auto; overflow-y: hidden; padding: 0.3em 0; font-size: 1.1em; }
    .cell { margin: 1.4rem 0; }
    .source { position: relative; background: var(--code); border: 1px solid var(--line); border-radius: 6px; }
    .source pre { padding: 0.7rem 0.9rem; font-size: 0.82em; }
    .count { position: absolute; right: 100%; top: 0.72rem; margin-right: 0.6rem; color: var(--quiet);
      font: 0.78rem/1.5 Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    .keyword { color: var(--keyword); } .string { color: var(--string); } .number { color: var(--value); } .comment { color: var(--quiet); }
    @media (max-width: 54rem) { .count { display: none; } }
    .outputs { padding: 0.6rem 0.9rem 0; }
    .outputs > * { margin: 0.5rem 0; }
    .outputs pre { font-size: 0.82em; }
    .outputs figure { margin: 0.8rem 0; overflow-x: auto; }
    .rich { overflow-x: auto; }
    .stderr, .error { border-left: 3px solid var(--bad); padding-left: 0.8rem; }
    .bold { font-weight: 600; } .dim { opacity: 0.7; }
    .ansi-1 { color: var(--bad); } .ansi-2 { color: #00875f; } .ansi-3 { color: #a87900; } .ansi-4 { color: var(--accent); }
    .ansi-5 { color: #a855a0; } .ansi-6 { color: #008b99; } .ansi-0, .ansi-7 { color: var(--quiet); }
    @media print { main { max-width: none; padding: 0; } .cell, figure, tr { break-inside: avoid; } }
    """
}
