namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What one comparison says of a pair.</summary>
/// <param name="Field">The field that was compared.</param>
/// <param name="Finding">In words that follow the field's name.</param>
/// <param name="Bits">For "same" where over 0, against it where under 0.</param>
public sealed record Reason(string Field, string Finding, double Bits);
