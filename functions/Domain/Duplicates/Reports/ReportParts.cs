using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>A report cut into what is read together.</summary>
public static class ReportParts
{
    /// <summary>Of each section: what is reported twice asks for a decision, what overlaps for a meeting, what is related for nothing.</summary>
    public static ImmutableArray<PairKind> Kinds { get; } = [PairKind.Same, PairKind.Overlap, PairKind.Related];

    public static ReportSection SectionOf(PairEntry pair) => pair.State switch
    {
        PairState.New or PairState.Reopened => ReportSection.New,
        PairState.Open => ReportSection.Open,
        _ => ReportSection.Decided,
    };

    /// <summary>All parts, the empty ones as well.</summary>
    public static ImmutableArray<ReportPart> Of(DuplicateReport report)
    {
        var parts = report.Pairs.ToLookup(static pair => (SectionOf(pair), pair.Kind));
        return [.. Enum.GetValues<ReportSection>().SelectMany(section => Kinds.Select(kind => new ReportPart(section, kind, [.. parts[(section, kind)]])))];
    }

    /// <summary>How many of each there is room for: as evenly as there are any, and what one leaves goes to the first that wants more.</summary>
    /// <param name="most">Of all together; 0 or more.</param>
    public static ImmutableArray<int> Room(IReadOnlyList<int> counts, int most)
    {
        var room = counts.Select(count => Math.Min(count, most / counts.Count)).ToArray();
        var left = most - room.Sum();
        for (var at = 0; at < room.Length && left > 0; at++)
        {
            var more = Math.Min(left, counts[at] - room[at]);
            room[at] += more;
            left -= more;
        }

        return [.. room];
    }
}
