using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>What the page of a report shows: of each section the first pairs side by side, the next as a table, and of the others how many there are.</summary>
public sealed record ReportModel(DuplicateReport Report, ReportLinks Links, ImmutableArray<ReportModel.Section> Sections, ImmutableArray<ReportModel.Group> Groups)
{
    /// <summary>Pairs of a section that are shown side by side.</summary>
    public const int MostInFull = 200;

    /// <summary>Pairs of a section that are listed after those.</summary>
    public const int MostListed = 2_000;

    public const int MostGroups = 200;

    /// <summary>Of a group.</summary>
    public const int MostMembers = 50;

    public static ReportModel Of(DuplicateReport report, ReportLinks links)
    {
        var groups = report.Groups.Take(MostGroups).ToList();
        var cards = Cards(report, groups.SelectMany(static group => group.Members.Take(MostMembers)).ToHashSet());
        var sections = ReportParts.Of(report).GroupBy(static part => part.Section).Select(static parts => Section.Of(parts.Key, [.. parts]));
        return new ReportModel(report, links, [.. sections], [.. groups.Select((group, at) => new Group(at + 1, group, [.. group.Members.Take(MostMembers).Select(one => new Member(one, cards.GetValueOrDefault(one)))]))]);
    }

    /// <summary>The number of the group that a pair belongs to; null where it belongs to none that is shown.</summary>
    public int? GroupOf(string pair) => GroupsOfPairs.TryGetValue(pair, out var number) ? number : null;

    private Dictionary<string, int> GroupsOfPairs => field ??= Groups.SelectMany(static group => group.Entry.Pairs.Select(pair => (Pair: pair, group.Number))).DistinctBy(static one => one.Pair).ToDictionary(static one => one.Pair, static one => one.Number);

    /// <summary>The cards of some projects, as far as pairs of the report have them.</summary>
    internal static Dictionary<ProjectIdentity, ProjectCard> Cards(DuplicateReport report, HashSet<ProjectIdentity> wanted)
    {
        var cards = new Dictionary<ProjectIdentity, ProjectCard>(wanted.Count);
        foreach (var pair in report.Pairs)
        {
            if (cards.Count == wanted.Count) break;
            if (wanted.Contains(pair.Left.Identity)) cards.TryAdd(pair.Left.Identity, pair.Left);
            if (wanted.Contains(pair.Right.Identity)) cards.TryAdd(pair.Right.Identity, pair.Right);
        }

        return cards;
    }

    /// <param name="Count">Of all its pairs.</param>
    public sealed record Section(ReportSection Kind, int Count, ImmutableArray<Part> Parts)
    {
        internal static Section Of(ReportSection kind, ImmutableArray<ReportPart> parts)
        {
            var full = ReportParts.Room([.. parts.Select(static part => part.Pairs.Length)], MostInFull);
            var listed = ReportParts.Room([.. parts.Select((part, at) => part.Pairs.Length - full[at])], MostListed);
            return new Section(kind, parts.Sum(static part => part.Pairs.Length),
                [.. parts.Select((part, at) => new Part(part.Kind, part.Pairs.Length, part.Pairs[..full[at]], part.Pairs.Slice(full[at], listed[at])))]);
        }
    }

    /// <param name="Count">Of all its pairs.</param>
    /// <param name="InFull">The first of them.</param>
    /// <param name="Listed">The next.</param>
    public sealed record Part(PairKind Kind, int Count, ImmutableArray<PairEntry> InFull, ImmutableArray<PairEntry> Listed)
    {
        /// <summary>Those that are in the workbook only.</summary>
        public int Left => Count - InFull.Length - Listed.Length;
    }

    public sealed record Group(int Number, GroupEntry Entry, ImmutableArray<Member> Members);

    /// <param name="Card">Null where none of its pairs is in this report.</param>
    public sealed record Member(ProjectIdentity Identity, ProjectCard? Card);
}
