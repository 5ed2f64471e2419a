using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>How a receipt looks, beyond what all pages share.</summary>
internal static class ReceiptStyle
{
    public const string Sheet = PageStyle.Sheet + """
        .counts .rejected b, .error, .fatal { color: var(--refused); } .counts .withdrawn b, .warning { color: var(--warned); } .counts .created b { color: var(--done); }
        .stack table { table-layout: fixed; } .stack th.where { width: 12rem; } .stack th.reference { width: 12rem; }
        .where { min-width: 6rem; max-width: 16rem; font-variant-numeric: tabular-nums; } .reference { min-width: 8rem; max-width: 16rem; }
        .suggestion, .also { display: block; color: var(--soft); }
        .times { color: var(--soft); font-weight: 400; }
        .changes { margin: 0; padding: 0; list-style: none; } del { color: var(--soft); } ins { text-decoration: none; font-weight: 600; }
        @media (max-width: 36rem) { .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .stack tr, .stack td { display: block; } .stack td { border: 0; max-width: none; padding: .1rem .5rem; } .stack tr { border-bottom: 1px solid var(--line); padding: .35rem 0; } .stack .where { color: var(--soft); } .stack .reference { font-weight: 600; } }
        """;
}
