using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What cells say, and what is wrong with them.</summary>
internal sealed record CellReading<T>(ImmutableArray<T> Values, ImmutableArray<CellFault> Faults)
{
    public static CellReading<T> Empty { get; } = new([], []);
}
