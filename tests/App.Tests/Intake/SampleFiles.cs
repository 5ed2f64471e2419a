using System.Globalization;
using System.Text;

namespace ParisPact.Tests.Intake;

/// <summary>Small files, made for a test.</summary>
internal static class SampleFiles
{
    public const string Header = "Reference,Title,Status,Country,Currency,Budget,Budget start,Budget end\n";

    /// <summary>Projects P-1 to P-n.</summary>
    public static string Csv(int projects, string title = "Sample project", int first = 1)
    {
        var text = new StringBuilder(Header);
        for (var at = first; at < first + projects; at++) text.Append(Row($"P-{at.ToString(CultureInfo.InvariantCulture)}", $"{title} {at.ToString(CultureInfo.InvariantCulture)}"));
        return text.ToString();
    }

    public static string Row(string reference, string title, string status = "Implementation", string country = "AF") =>
        $"{reference},{title},{status},{country},USD,1000,2026-01-01,2026-12-31\n";
}
