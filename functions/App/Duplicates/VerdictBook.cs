using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;

namespace ParisPact.Functions.Duplicates;

/// <summary>What people have said of pairs, at one moment.</summary>
/// <param name="Pairs">By <see cref="PairId"/>.</param>
/// <param name="Position">Of the last event in the log; 0 where there is none.</param>
internal sealed record VerdictBook(ImmutableDictionary<string, PairStanding> Pairs, long Position)
{
    public static VerdictBook Empty { get; } = new(ImmutableDictionary.Create<string, PairStanding>(StringComparer.Ordinal), 0);

    public PairStanding Of(string one, string other) => Pairs.GetValueOrDefault(PairId.Of(one, other)) ?? PairStanding.Begun(one, other);
}
