namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The names of <see cref="ActivityStatus"/>.</summary>
/// <remarks>
/// Source: IATI codelist ActivityStatus, with "Post-completion" and "Completion" as versions 1.0x named codes 3 and 4.
/// "Completed" is read as <see cref="ActivityStatus.Finalisation"/>'s later neighbour <see cref="ActivityStatus.Closed"/>:
/// a partner who says so reports nothing more to come.
/// </remarks>
public static class ActivityStatuses
{
    private static readonly Lazy<CodeList<ActivityStatus>> List = new(() => CodeList<ActivityStatus>.Load("statuses.tsv"));

    /// <summary>Reads a code from 1 to 6, a name, or what people write for one in English, French, Spanish or Russian.</summary>
    public static VocabularyMatch<ActivityStatus> Find(string? text) => List.Value.Find(text);

    /// <summary>English name for display; the number for a value that is not in the list.</summary>
    public static string Name(ActivityStatus status) => List.Value.Name(status);
}
