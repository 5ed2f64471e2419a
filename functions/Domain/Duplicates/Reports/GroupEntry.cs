using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Projects that are one: three reports of one project are one group.</summary>
/// <param name="Members">At least 2; the first is the one that is suggested to lead.</param>
/// <param name="Why">Why it is suggested to lead, in a sentence.</param>
/// <param name="Pairs">The pairs that hold the group together, by id.</param>
/// <param name="Confirmed">True where people have said so: then sums count the group once.</param>
/// <param name="Conflict">What contradicts it, such as a verdict that two of them are not the same, in a sentence; null where nothing does.</param>
public sealed record GroupEntry(ImmutableArray<ProjectIdentity> Members, string Why, ImmutableArray<string> Pairs, bool Confirmed, string? Conflict);
