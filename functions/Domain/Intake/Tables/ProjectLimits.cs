namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// How much of a text is kept, in UTF-16 characters: what a person can read on a page, and what a row of the register can hold.
/// What goes beyond is cut, and the record says so.
/// </summary>
public static class ProjectLimits
{
    public const int Title = 1_000;

    public const int Description = 32_000;

    /// <summary>The column of details of a project, all its rows together: what a project as JSON may be long.</summary>
    public const int Details = 4_000_000;

    /// <summary>All extras of a project together, names included.</summary>
    public const int Extras = 32_000;

    /// <summary>As much of a text as is kept, without half a character or white space at its end; the same text where all of it is.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();
    }

    /// <summary>What is said of a text that is cut.</summary>
    public static string SayCut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"The text has {text.Length:N0} characters; the first {most:N0} are kept.";
    }
}
