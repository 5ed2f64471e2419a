namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>A decided pair as a model sees it.</summary>
/// <param name="Weight">What the model says, in bits.</param>
/// <param name="Is">Whether it is what the model asks for.</param>
internal readonly record struct Verdict(ulong Pattern, double Weight, bool Is);
