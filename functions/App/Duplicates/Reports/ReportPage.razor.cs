using Microsoft.AspNetCore.Components;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A report as a page that stands alone: no script, nothing fetched; everything from partners is encoded.</summary>
public sealed partial class ReportPage
{
    [Parameter, EditorRequired]
    public ReportModel Model { get; set; } = null!;

    private DuplicateReport Report => Model.Report;

    private ReportLinks Links => Model.Links;

    private static string Id(ReportSection section) => section switch
    {
        ReportSection.New => "new",
        ReportSection.Open => "open",
        _ => "decided",
    };

    private string Title(ReportSection section) => section switch
    {
        ReportSection.New => Report.Pairs.Any(static pair => pair.State == PairState.Reopened) ? "New, or open again" : "New",
        ReportSection.Open => "Still open",
        _ => "Decided since the last report",
    };
}
