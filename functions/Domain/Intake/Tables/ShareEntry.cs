namespace ParisPact.Domain.Intake.Tables;

/// <summary>One place, sector or theme as the columns of its group say it together; one of <paramref name="Name"/> and <paramref name="Code"/> is there.</summary>
internal readonly record struct ShareEntry(string? Name, string? Code, decimal? Percentage);
