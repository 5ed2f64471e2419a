namespace ParisPact.Domain.Projects;

/// <summary>When a project was to run and when it did, as IATI's activity dates 1 to 4; null where unknown. The default knows nothing.</summary>
public sealed record ProjectDates(DateOnly? PlannedStart = null, DateOnly? ActualStart = null, DateOnly? PlannedEnd = null, DateOnly? ActualEnd = null)
{
    public static ProjectDates Unknown { get; } = new();

    /// <summary>The actual start, else the planned one.</summary>
    public DateOnly? Start => ActualStart ?? PlannedStart;

    /// <summary>The actual end, else the planned one.</summary>
    public DateOnly? End => ActualEnd ?? PlannedEnd;
}
