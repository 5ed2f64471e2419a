using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

/// <summary>Made-up projects of made-up partners, some of them told twice with other words, names and dates, and some in phases.</summary>
internal sealed class Sample
{
    public static readonly MatchField[] Fields =
    [
        new("title", FieldKind.Title), new("donor", FieldKind.Organisation), new("place", FieldKind.Place), new("sector", FieldKind.Category),
        new("start", FieldKind.StartDate), new("end", FieldKind.EndDate), new("budget", FieldKind.Amount), new("identifier", FieldKind.Identifier),
    ];

    private static readonly string[] Actions = ["Support to", "Strengthening", "Training in", "Technical assistance for", "Assessment of", "Improving"];
    private static readonly string[] Things = ["border control", "forensic laboratories", "drug treatment", "precursor control", "alternative livelihoods", "customs intelligence", "prison health", "school prevention", "airport interdiction", "money laundering investigations"];
    private static readonly string[] Towns = [.. Enumerable.Range(0, 60).Select(static number => $"{"bcdfgklmnr"[number % 10]}a{"ltsvz"[number / 12]}o{"bdgkm"[number % 5]}a")];

    private readonly List<string[]> _rows = [];
    private readonly List<string> _sources = [];

    public int Count => _rows.Count;

    public List<RecordPair> Same { get; } = [];

    public List<RecordPair> Phases { get; } = [];

    /// <param name="projects">Every fourth is told twice, every fifth has a second phase.</param>
    /// <param name="identified">Every second one of those that are told twice bears one identifier in both.</param>
    public static Sample Of(int projects, int seed = 1, bool identified = true)
    {
        var (random, sample) = (new Random(seed), new Sample());
        for (var project = 0; project < projects; project++)
        {
            var (town, donor, start) = (Towns[random.Next(Towns.Length)], random.Next(12), new DateOnly(2015, 1, 1).AddDays(random.Next(3_000)));
            var title = $"{Actions[random.Next(Actions.Length)]} {Things[random.Next(Things.Length)]} in {town}";
            var (sector, budget, months) = ($"{16_000 + random.Next(40)}", random.Next(50, 5_000) * 1_000, random.Next(12, 48));
            var identifier = identified && project % 8 == 0 ? $"XM-SAMPLE-{project:00000}" : "";
            sample.Add($"P{project % 7}", title, $"Agency {donor} of Sampleland", town, sector, start, start.AddMonths(months), budget, identifier);
            if (project % 4 == 0)
            {
                sample.Same.Add(new RecordPair(sample.Count - 1, sample.Count));
                sample.Add($"Q{project % 5}", title.Replace(" in ", " - ", StringComparison.Ordinal), random.Next(2) == 0 ? $"AOS{donor}" : $"Agency {donor} of Sampleland", town, sector, start.AddDays(random.Next(20)), start.AddMonths(months), budget, identifier);
            }
            else if (project % 5 == 0)
            {
                sample.Phases.Add(new RecordPair(sample.Count - 1, sample.Count));
                sample.Add($"P{project % 7}", title + " - Phase II", $"Agency {donor} of Sampleland", town, sector, start.AddMonths(months), start.AddMonths(2 * months), budget + 1_000, "");
            }
        }

        return sample;
    }

    public void Add(string source, string title, string donor, string place, string sector, DateOnly? start, DateOnly? end, int budget, string identifier)
    {
        _sources.Add(source);
        _rows.Add([title, donor, place, sector, Text(start), Text(end), budget.ToString(CultureInfo.InvariantCulture), identifier]);
    }

    public ImmutableArray<Comparison> Comparisons(int[]? order = null)
    {
        var rows = order is null ? _rows : [.. order.Select(at => _rows[at])];
        var sources = order is null ? _sources : [.. order.Select(at => _sources[at])];
        return Domain.Duplicates.Linkage.Comparisons.Of(Fields, field => [.. rows.Select(row => row[Array.IndexOf(Fields, field)])], sources);
    }

    /// <summary>Their keys are in the order in which they came.</summary>
    public ImmutableArray<MatchRecord> Records() => [.. _rows.Select((row, at) => new MatchRecord($"R{at:000000}", _sources[at], [.. row.Select(static value => value.Length == 0 ? [] : ImmutableArray.Create(value))]))];

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
