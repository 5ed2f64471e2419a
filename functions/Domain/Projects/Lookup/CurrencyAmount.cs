namespace ParisPact.Domain.Projects.Lookup;

/// <summary>A sum in one currency.</summary>
/// <param name="Currency">ISO 4217 code, or as written where it is not known; empty where none was named.</param>
public readonly record struct CurrencyAmount(string Currency, decimal Amount);
