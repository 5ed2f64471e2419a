namespace ParisPact.Domain.Projects.Lookup;

/// <summary>A value with the percentage that was stated for it, before the shares are settled by <see cref="Shares.Of"/>.</summary>
/// <param name="Percentage">Null where none was given.</param>
/// <param name="Assumed">True where even the percentage follows from a rule.</param>
/// <param name="Name">What the partner called it, where the value is in no vocabulary.</param>
public readonly record struct ShareStated(string Value, decimal? Percentage, bool Assumed = false, string? Name = null);
