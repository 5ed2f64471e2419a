namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>What one unit of a currency was worth in US dollars, on the average of a month.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="UsdPerUnit">US dollars for one unit of the currency; above 0.</param>
public readonly record struct MonthlyRate(Currency Currency, int Year, int Month, decimal UsdPerUnit);
