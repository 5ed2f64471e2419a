using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;

namespace ParisPact.Functions.Duplicates;

/// <summary>What the findings keep of a project: enough for lists, and for whose it is to look at.</summary>
/// <param name="Key">See <see cref="ProjectRecord.Key"/>.</param>
/// <param name="Id">The reference as in the project's address.</param>
/// <param name="Version">The version that was compared.</param>
/// <param name="Stated">See <see cref="LeadCandidate.Stated"/>.</param>
internal sealed record FoundProject(
    string Key,
    string Partner,
    string Id,
    string Title,
    ImmutableArray<string> Countries,
    ImmutableArray<string> Themes,
    int Version,
    int Stated,
    DateTimeOffset ChangedAt)
{
    private const int LongestTitle = 300;

    public static FoundProject Of(ProjectRecord record) => new(
        record.Key,
        record.Partner,
        record.Id,
        record.Titles[0] is { Length: > LongestTitle } title ? title[..(LongestTitle - 1)] + "…" : record.Titles[0],
        record.Countries,
        record.Themes,
        record.Version,
        record.Stated,
        record.ChangedAt);

    public LeadCandidate Candidate => new(Key, Stated, ChangedAt);
}
