namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>What the figures of a column are counted in, such as thousands of US dollars.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Multiplier">1, or what the words multiply by, such as 1,000 or 1,000,000.</param>
public sealed record CurrencyUnit(Currency Currency, decimal Multiplier);
