namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>The fields of a project in a report, in the order in which they are shown.</summary>
public enum CardField
{
    Title = 1,
    Reference,
    Organisations,
    Places,
    Sectors,
    Start,
    End,
    Amount,
    Status,
    Identifiers,
    Website,
    Description,
}
