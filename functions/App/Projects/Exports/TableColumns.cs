using System.Collections.Immutable;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>The columns of an export as a table: those that every export has, first those of the template, and behind them those that a project of it needs.</summary>
internal static class TableColumns
{
    public const string Reference = "Reference";
    public const string Title = "Title";
    public const string Description = "Description";
    public const string Objectives = "Objectives";
    public const string TargetGroups = "Target groups";
    public const string OtherDescription = "Other description";
    public const string Language = "Language";
    public const string Status = "Status";
    public const string Partner = "Register partner";
    public const string Reporting = "Reporting organisation";
    public const string Donor = "Donor";
    public const string Country = "Country";
    public const string Region = "Recipient region";
    public const string Province = "Province";
    public const string Location = "Location";
    public const string District = "District";
    public const string Sector = "Sector";
    public const string SectorCode = "Sector code";
    public const string SectorVocabulary = "Sector vocabulary";
    public const string Theme = "Theme";
    public const string Paper = "Paper";
    public const string Currency = "Currency";
    public const string Related = "Related projects";
    public const string OtherIdentifier = "Other identifier";
    public const string Website = "Website";
    public const string Hierarchy = "Hierarchy";
    public const string Details = TableDetails.Column;

    public static ImmutableArray<string> Usual { get; } =
    [
        .. Template.Columns.Select(static column => column.Name)
            .Union([Objectives, TargetGroups, Reporting, Region, Location, SectorVocabulary, "Budget date", "Planned disbursement date", Partner]),
    ];

    /// <summary>Words that further columns begin with, in the order in which those stand.</summary>
    private static readonly ImmutableArray<string> Further =
    [
        Language, Title, Description, Objectives, TargetGroups, OtherDescription, Reporting, Donor, "Accountable", "Extending", "Implementing", SectorCode,
        "Budget", "Planned disbursement", "Interest", "Loan", "Reimbursement", "Purchase", "Sale", "Credit", "Incoming", "Outgoing", "Other transaction", OtherIdentifier, "Parent", "Child", "Co-funded", "Third-party", Hierarchy, HeaderFinder.ExtraMark, Details,
    ];

    /// <summary>The usual columns, and behind them those of the names that are none of them.</summary>
    public static ImmutableArray<string> With(IEnumerable<string> names) =>
        [.. Usual, .. names.Except(Usual, StringComparer.Ordinal).OrderBy(Rank).ThenBy(static name => name, StringComparer.Ordinal)];

    /// <summary>Where a column stands among all that there may be, for two columns of one table.</summary>
    public static (int Usual, int Rank, string Name) Order(string name) => (Usual.IndexOf(name) is >= 0 and var place ? place : int.MaxValue, Rank(name), name);

    private static int Rank(string name)
    {
        for (var at = 0; at < Further.Length; at++)
            if (name.StartsWith(Further[at], StringComparison.Ordinal)) return at;
        return Further.Length;
    }
}
