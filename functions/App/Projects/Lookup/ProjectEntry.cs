using System.Collections.Immutable;
using System.Text;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>What the projection keeps of one project, on its way into a segment.</summary>
/// <param name="Key">See <see cref="Segment.Keys"/>.</param>
/// <param name="Facets">By <see cref="Facet"/>.</param>
/// <param name="Words">Distinct.</param>
internal sealed record ProjectEntry(
    byte[] Key,
    string Reference,
    string Title,
    DateTimeOffset ChangedAt,
    int Version,
    bool Withdrawn,
    ProjectDates Dates,
    ImmutableArray<ImmutableArray<FacetShare>> Facets,
    ProjectMoney Money,
    IReadOnlyCollection<string> Words)
{
    /// <summary>A list shows no more of a title, in UTF-16 characters; the project itself has all of it, and all of it is searched.</summary>
    public const int LongestTitle = 1_000;

    public static ProjectEntry Of(StoredProject stored) => new(
        KeyOf(stored.Key),
        stored.Project.Reference.AsWritten,
        stored.Project.Title is { Length: > LongestTitle } title ? title[..(LongestTitle - 1)] + "…" : stored.Project.Title,
        stored.Origin.At,
        stored.Version,
        stored.Withdrawn,
        stored.Project.Dates,
        [.. Enum.GetValues<Facet>().Select(facet => FacetShares.Of(stored.Project, facet))],
        ProjectMoney.Of(stored.Project.Money),
        SearchWords.Of(stored.Project));

    public static byte[] KeyOf(ProjectKey key) => Encoding.UTF8.GetBytes($"{key.Partition} {key.Row}");

    public static ProjectKey KeyFrom(ReadOnlySpan<byte> key)
    {
        var text = Encoding.UTF8.GetString(key);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return new ProjectKey(text[..space], text[(space + 1)..]);
    }

    /// <summary>The order of look-ups: newest change first, then by key.</summary>
    public static int CompareOrder(ProjectEntry left, ProjectEntry right)
    {
        var newerFirst = right.ChangedAt.CompareTo(left.ChangedAt);
        return newerFirst != 0 ? newerFirst : left.Key.AsSpan().SequenceCompareTo(right.Key);
    }
}
