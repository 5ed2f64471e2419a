using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Functions.Duplicates;

/// <summary>A pair that a run found.</summary>
/// <param name="Id">See <see cref="PairId"/>.</param>
/// <param name="First">The place of a project in <see cref="Findings.Projects"/>; the keys are in the order of <see cref="PairId.InOrder"/>.</param>
/// <param name="FoundOn">The night on which the pair was found for the first time.</param>
/// <param name="Reasons">What speaks for it, where that is not for the model to say: of overlaps and declared relations.</param>
/// <param name="Reopens">The decision that is to be looked at again, by the id of its event; null where none is.</param>
/// <param name="Changes">What has changed since that decision, in sentences.</param>
internal sealed record Finding(
    string Id,
    int First,
    int Second,
    PairKind Kind,
    double Weight,
    DateOnly FoundOn,
    ImmutableArray<Reason> Reasons,
    string? Reopens,
    ImmutableArray<string> Changes);
