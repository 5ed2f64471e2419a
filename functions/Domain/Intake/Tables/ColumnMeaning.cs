using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a column's header says that its cells are.</summary>
public sealed record ColumnMeaning(TableField Field, TablePart Part = TablePart.Value)
{
    /// <summary>Of an organisation; null where another column says it.</summary>
    public OrganisationRole? Role { get; init; }

    /// <summary>Of an amount; null for a currency or year that is for all amounts.</summary>
    public MoneyKind? Kind { get; init; }

    /// <summary>IATI TransactionType, for kinds that do not say it by themselves.</summary>
    public string? TransactionType { get; init; }

    /// <summary>ISO 4217 code where the header names it.</summary>
    public string? Currency { get; init; }

    /// <summary>The header's name for a currency that several bear, such as <c>$</c>.</summary>
    public string? Sign { get; init; }

    /// <summary>1,000 for a column in thousands, and so on.</summary>
    public decimal Multiple { get; init; } = 1;

    /// <summary>True for amounts in constant prices, or converted from another column: used where nothing better stands in the row.</summary>
    public bool Restated { get; init; }

    /// <summary>IATI DescriptionType, or RelatedActivityType.</summary>
    public int Type { get; init; } = 1;

    /// <summary>ISO 639-1 code where the header names it.</summary>
    public string? Language { get; init; }

    /// <summary>The year that the column's amounts belong to.</summary>
    public int? Year { get; init; }

    /// <summary>The order of days and months where the header says it, such as <c>Start (dd/mm/yyyy)</c>.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>True for a column that an export of ours wrote: its cells are no notes between the projects.</summary>
    public bool IsOurs { get; init; }

    /// <summary>0 for a header that can mean nothing else; higher for words that mean other things elsewhere. The lowest wins the field.</summary>
    public int Rank { get; init; }
}
