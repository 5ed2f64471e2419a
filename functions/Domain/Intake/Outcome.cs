namespace ParisPact.Domain.Intake;

/// <summary>What became of one record of an upload.</summary>
public enum Outcome
{
    Created = 1,
    Updated = 2,
    Unchanged = 3,
    Rejected = 4,

    /// <summary>Left out by a file that said it was complete.</summary>
    Withdrawn = 5,
}
