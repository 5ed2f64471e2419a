namespace ParisPact.Domain.Intake;

/// <summary>What a problem does to what it concerns.</summary>
public enum Severity
{
    /// <summary>The record is kept.</summary>
    Warning = 1,

    /// <summary>The record is refused, and no other.</summary>
    Error = 2,

    /// <summary>The file is refused as a whole: what it says cannot be trusted to be all of it.</summary>
    Fatal = 3,
}
