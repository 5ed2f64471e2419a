using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>How the pairs of a report were found.</summary>
/// <param name="Projects">In the register, withdrawn ones left out.</param>
/// <param name="Changed">Of them, those that were compared anew; all of them in a full run.</param>
/// <param name="Full">Whether everything was compared and the model estimated anew.</param>
/// <param name="Model">The version of the model's parameters: the night on which they were estimated.</param>
/// <param name="Notes">What was left out and why, in sentences, such as blocks that were too large; empty where nothing was.</param>
public sealed record RunFigures(int Projects, int Changed, bool Full, string Model, ImmutableArray<string> Notes);
