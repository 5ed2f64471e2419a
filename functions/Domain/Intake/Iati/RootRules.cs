namespace ParisPact.Domain.Intake.Iati;

/// <summary>What the root of a file says about it: whether it is a file of activities, and of which version.</summary>
public static class RootRules
{
    private static readonly string[] Versions = ["2.01", "2.02", "2.03"];

    /// <summary>Why a file cannot be read at all; null where it can.</summary>
    public static Problem? Refuse(IatiElement root, string space)
    {
        if (root.Name is "iati-activities" or "iati-activity")
        {
            return space.Length == 0 ? null : Fatal(root, $"The root iati-activities stands in the namespace {Quote.Of(space)}; IATI's elements stand in none, so that nothing here is one.", "Remove xmlns=\"…\" from the root.");
        }

        return root.Name switch
        {
            "iati-organisations" or "iati-organisation" => Fatal(root, "This is IATI's file about an organisation, with its budgets and documents. The register takes the file of activities.", "Send the file whose root is iati-activities."),
            "html" => Fatal(root, "This is a web page, not the file itself: perhaps a page to sign in, or an error message of the server that it was loaded from."),
            "rss" or "feed" => Fatal(root, "This is a news feed, not a file of IATI activities."),
            _ => Fatal(root, $"This is an XML file of another kind: its root is {Quote.Of(root.Name)}, and that of IATI activities is iati-activities."),
        };
    }

    /// <summary>Versions 1.01 to 1.05, and their forerunner 1.0.</summary>
    public static bool IsVersion1(IatiElement root) => root.Trimmed("version") is null or ['1', '.', ..] or "1";

    /// <summary>What there is to say about the version.</summary>
    public static IEnumerable<Problem> Check(IatiElement root)
    {
        if (root.Name == "iati-activity")
            yield return root.Warn("iati.root", "The file is a single activity without iati-activities around it. It is read as it is.", "Put <iati-activities version=\"2.03\"> around it.");
        else if (root.Trimmed("version") is not { } version)
            yield return root.Warn("iati.version-missing", "The file does not say which version of IATI it is. It is read as far as it goes.", "Add version=\"2.03\" to iati-activities.");
        else if (IsVersion1(root))
            yield return root.WarnOf("version", "iati.version-1", $"The file is of IATI {version}, which is no longer in use. It is read as far as it goes.", "Publish in version 2.03.");
        else if (!Versions.Contains(version))
            yield return root.WarnOf("version", "iati.version-unknown", $"There is no version {Quote.Of(version)} of IATI that we know. The file is read as 2.03.");
    }

    private static Problem Fatal(IatiElement root, string message, string? suggestion = null) =>
        new(root.Place.Position, "iati.root", Severity.Fatal, message, suggestion);
}
