using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>What became of a file of rates: all of its rates, or all of its problems.</summary>
public abstract record RatesReading
{
    private RatesReading()
    {
    }

    /// <param name="Rates">In the order of the file.</param>
    public sealed record Read(ImmutableArray<MonthlyRate> Rates) : RatesReading;

    /// <param name="Problems">At least one, in the order of the lines.</param>
    public sealed record Refused(ImmutableArray<RateProblem> Problems) : RatesReading;
}
