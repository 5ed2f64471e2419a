namespace ParisPact.Functions.Platform;

/// <summary>
/// How pages that stand alone look: the system's own letters, dark on light with a contrast of at least 4.5, or light on dark where the reader
/// prefers it; on paper, black on white. Each page adds what it alone needs.
/// </summary>
internal static class PageStyle
{
    public const string Sheet = """
        :root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --paper: #fff; --ground: #f3f5f7; --line: #d5dbe2; --done: #17603b; --refused: #a1260d; --warned: #7a4a00; --working: #1d4f91; }
        @media screen and (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #a9b4c0; --paper: #1b2028; --ground: #12161c; --line: #39424e; --done: #7fd6a4; --refused: #ff9c86; --warned: #f0bb63; --working: #8fbcff; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
        header { background: var(--paper); border: 1px solid var(--line); border-left: .4rem solid var(--state); border-radius: .4rem; padding: 1rem 1.25rem; }
        .done { --state: var(--done); } .refused { --state: var(--refused); } .working { --state: var(--working); } .partly { --state: var(--warned); }
        .kind { margin: 0; color: var(--state); font-weight: 600; }
        h1 { margin: .1rem 0 .5rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
        .sentence { margin: 0; font-size: 1.125rem; max-width: 48rem; overflow-wrap: anywhere; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; }
        h3 { margin: 1.25rem 0 .4rem; font-size: 1rem; font-weight: 600; }
        .counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; padding: 0; }
        .counts li { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; color: var(--soft); }
        .counts b { display: block; font-size: 1.4rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
        .counts .none b { color: var(--soft); font-weight: 400; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem 1.5rem; margin: 1rem 0; }
        .facts div { min-width: 0; } dt { color: var(--soft); font-size: .875rem; } dd { margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        tbody tr:last-child > * { border-bottom: 0; }
        th { color: var(--soft); font-weight: 600; white-space: nowrap; }
        .more { margin: .4rem 0; color: var(--soft); font-size: .9375rem; font-weight: 400; }
        code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
        footer { margin: 2rem 0 1rem; color: var(--soft); font-size: .875rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @media (max-width: 36rem) { main { padding: .5rem; } th, td { padding: .35rem .5rem; } }
        @media print { body { background: #fff; font-size: 11pt; } main { max-width: none; padding: 0; } .wide { overflow: visible; border: 0; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }

        """;
}
