using ParisPact.Domain.Duplicates;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>Where things are that a report points to.</summary>
/// <param name="Site">What stands before the path, such as <c>https://adam.example.org</c>, without a slash at its end; empty where the reader's own site is meant.</param>
public sealed record ReportLinks(string Site)
{
    /// <summary>The workbook and the JSON lie beside the page, under these names.</summary>
    public const string Workbook = "report.xlsx";

    /// <inheritdoc cref="Workbook"/>
    public const string Json = "report.json";

    public const string Page = "report.html";

    /// <summary>For pages that are read where the app serves them.</summary>
    public static ReportLinks Here { get; } = new("");

    /// <summary>Whether somebody who is not on the site can follow them.</summary>
    public bool Absolute => Site.Length > 0;

    public string Project(ProjectIdentity project) => $"{Site}/api/projects/{project.Partner}/{project.Id}";

    public string Pair(string pair) => $"{Site}/api/duplicates/{pair}";

    public string Verdict(string pair) => $"{Pair(pair)}/verdict";
}
