using System.Collections.Immutable;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>The columns of an export as a table: those of the template, and behind them those that a project may need beside them.</summary>
internal static class TableColumns
{
    public const string Reference = "Reference";
    public const string Title = "Title";
    public const string Description = "Description";
    public const string Objectives = "Objectives";
    public const string TargetGroups = "Target groups";
    public const string Status = "Status";
    public const string Partner = "Register partner";
    public const string Reporting = "Reporting organisation";
    public const string Donor = "Donor";
    public const string DonorReference = "Donor organisation reference";
    public const string Country = "Country";
    public const string Region = "Recipient region";
    public const string Province = "Province";
    public const string Location = "Location";
    public const string District = "District";
    public const string Sector = "Sector";
    public const string SectorVocabulary = "Sector vocabulary";
    public const string Theme = "Theme";
    public const string Paper = "Paper";
    public const string Currency = "Currency";
    public const string Related = "Related projects";
    public const string OtherIdentifier = "Other identifier";
    public const string Website = "Website";

    public static ImmutableArray<string> All { get; } =
    [
        .. Template.Columns.Select(static column => column.Name)
            .Union([Objectives, TargetGroups, Reporting, Region, Location, SectorVocabulary, "Budget date", "Planned disbursement date", Partner]),
    ];

    private static readonly ImmutableDictionary<string, int> Places = All.Index().ToImmutableDictionary(static column => column.Item, static column => column.Index);

    /// <summary>Where a column stands; from 0.</summary>
    public static int Place(string name) => Places[name];
}
