namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A purpose code of the OECD DAC: five digits (IATI sector vocabulary 1) or the three of its category (vocabulary 2).</summary>
/// <param name="Code">Such as <c>16063</c> or <c>160</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="NameFr">French name; empty where the codelist has none.</param>
/// <param name="IsWithdrawn">True when the code is no longer used; files of earlier years still hold it.</param>
/// <remarks>Source: IATI codelists Sector and SectorCategory, which replicate the OECD DAC CRS purpose codes.</remarks>
public sealed record Sector(string Code, string Name, string NameFr, bool IsWithdrawn)
{
    /// <summary>IATI's sector vocabulary: 1 for five digits, 2 for three.</summary>
    public int Vocabulary => Code.Length == 3 ? 2 : 1;

    /// <summary>The three digits of the category.</summary>
    public string Category => Code[..3];
}
