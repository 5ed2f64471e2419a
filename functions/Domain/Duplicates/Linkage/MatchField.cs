namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>One field of the records that are compared.</summary>
public sealed record MatchField(string Name, FieldKind Kind);
