using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>How a report of duplicates looks, beyond what all pages share.</summary>
internal static class ReportStyle
{
    public const string Sheet = PageStyle.Sheet + """
        main { max-width: 70rem; }
        a { color: var(--working); } a:focus-visible, .wide:focus-visible { outline: 2px solid var(--working); outline-offset: 2px; }
        .figures { margin: 1rem 0; } .figures table { font-variant-numeric: tabular-nums; } .figures td, .figures th:not(:first-child) { text-align: right; } .figures th[scope=row] { color: var(--ink); font-weight: 400; white-space: normal; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 1rem 0; padding: 0; }
        h2 .times, h3 .times { color: var(--soft); font-weight: 400; }
        h3 { margin-top: 1.75rem; font-size: 1.125rem; }
        .pair { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: 1rem 1.25rem; margin: 1rem 0; content-visibility: auto; contain-intrinsic-size: auto 48rem; }
        .pair > p { margin: .5rem 0; }
        .pair > h3 { margin: 0; font-size: 1rem; } h4 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; } h4 .and { color: var(--soft); font-weight: 400; }
        h5 { margin: 1rem 0 .25rem; font-size: .9375rem; }
        .state, .absent, .links { color: var(--soft); font-size: .9375rem; } .state strong { color: var(--ink); }
        .changed { border-left: .25rem solid var(--warned); padding-left: .75rem; margin: .75rem 0; } .changed p { margin: 0; } .changed ul { margin: .25rem 0; padding-left: 1.25rem; }
        .sides { table-layout: fixed; margin: .75rem 0; } .sides th[scope=row], .sides thead th:first-child { width: 10.5rem; } .sides th { white-space: normal; }
        .sides thead th { color: var(--ink); border-bottom: 2px solid var(--line); } .sides td p { margin: 0; } .sides em { color: var(--soft); }
        .mark { display: block; font-weight: 400; font-size: .8125rem; color: var(--soft); } .differs .mark { color: var(--refused); font-weight: 600; } .part .mark, .one .mark { color: var(--warned); } .same .mark { color: var(--done); }
        .both { color: var(--done); font-size: .8125rem; border: 1px solid currentColor; border-radius: .6rem; padding: 0 .4rem; margin-inline-start: .35rem; white-space: nowrap; }
        .withdrawn { color: var(--refused); font-weight: 400; }
        .reasons { margin: .5rem 0; } .reasons caption { text-align: left; font-weight: 600; padding: .25rem 0; } .reasons td { padding: .2rem .5rem; border: 0; }
        .reasons .words { padding-left: 0; width: 45%; } .reasons .points { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 4rem; } .reasons .chance, .list .chance { white-space: nowrap; font-variant-numeric: tabular-nums; } .reasons .chance { width: 6.5rem; text-align: right; color: var(--soft); }
        .bar svg { display: block; width: 100%; height: 1.2rem; } .bar .for { fill: var(--done); } .bar .against { fill: none; stroke: var(--refused); stroke-width: 2px; vector-effect: non-scaling-stroke; } .bar .zero { stroke: var(--line); stroke-width: 1px; vector-effect: non-scaling-stroke; }
        .people { margin: 0; padding-left: 1.25rem; } .people li { overflow-wrap: anywhere; }
        .list caption { text-align: left; font-weight: 600; padding: .5rem .75rem; } .list { min-width: 44rem; } .list .soft { display: block; color: var(--soft); font-size: .875rem; } .lead { display: block; color: var(--done); font-size: .875rem; }
        @media (max-width: 36rem) {
            .pair { padding: .75rem; }
            .sides tr { display: grid; grid-template-columns: 1fr 1fr; border-bottom: 1px solid var(--line); } .sides th, .sides td { border: 0; padding: .2rem .4rem; min-width: 0; } .sides th[scope=row] { grid-column: 1 / -1; width: auto; padding-top: .4rem; } .sides thead th:first-child { display: none; } .mark { display: inline; margin-left: .35rem; }
            .reasons tr { display: grid; grid-template-columns: 1fr auto 5.5rem; padding: .25rem 0; } .reasons .words { grid-column: 1 / -1; width: auto; } .reasons td { padding: 0 .25rem; } .reasons .bar { order: -1; } .reasons .words { order: -2; } .reasons .points, .reasons .chance { width: auto; }
            .figures th, .figures td { padding: .3rem .35rem; font-size: .875rem; white-space: normal; overflow-wrap: normal; } .figures td { vertical-align: bottom; }
        }
        @media print { .pair { content-visibility: visible; border: 0; border-top: 1px solid #999; border-radius: 0; padding: .5rem 0; } h4, h5, .state { break-after: avoid; } .bar rect { print-color-adjust: exact; } nav, .links { display: none; } .list { min-width: 0; } }
        """;
}
