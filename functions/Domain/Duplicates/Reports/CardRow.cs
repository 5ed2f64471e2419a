using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>One field of two projects, side by side.</summary>
/// <param name="Left">What the first says; empty where it says nothing.</param>
/// <param name="Right">What the second says; empty where it says nothing.</param>
public sealed record CardRow(CardField Field, ImmutableArray<CardValue> Left, ImmutableArray<CardValue> Right, CardDifference Difference);

/// <summary>One thing that a project says in a field.</summary>
/// <param name="Shared">The other project says it as well.</param>
public sealed record CardValue(string Text, bool Shared);
