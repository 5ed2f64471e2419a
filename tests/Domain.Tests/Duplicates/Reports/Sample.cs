using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;

namespace ParisPact.Tests.Duplicates.Reports;

/// <summary>Invented projects and pairs.</summary>
internal static class Sample
{
    public static readonly DateOnly Night = new(2026, 11, 23);

    public static ProjectCard Card(string title = "Sample", ImmutableArray<string>? countries = null, ImmutableArray<string>? themes = null, string id = "QQ") =>
        new(new ProjectIdentity(PartnerId.Parse("norland"), id), "Norland (sample)", "A", [title], null, null, null, null, [], [], [], countries ?? [], themes ?? [], null, [], [], null, 1);

    public static PairEntry Pair(PairState state = PairState.New, PairKind kind = PairKind.Same, ImmutableArray<string>? left = null, ImmutableArray<string>? right = null, ImmutableArray<string>? themes = null, string id = "p1") =>
        new(id, kind, 3, -4, [new Reason("title", "are the same", 7)], Card(countries: left, themes: themes), Card(countries: right, id: "QR"), state, Night, [], null, null, []);

    public static DuplicateReport Report(params PairEntry[] pairs) => new(Night, Night.AddDays(-1), new RunFigures(10, 10, true, "2026-11-23", []), [.. pairs], [], 0);
}
