namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a row is in its table.</summary>
internal enum RowKind
{
    Blank = 0,

    /// <summary>The first row of a project.</summary>
    Project,

    /// <summary>A further row of the project above, which leaves the reference blank.</summary>
    Child,

    /// <summary>A further row of the project above, which repeats the reference.</summary>
    Repeated,

    /// <summary>The header again, as on every page of a print.</summary>
    Header,

    Total,

    /// <summary>A heading within the table or a note under it.</summary>
    Note,

    /// <summary>A project whose reference is missing.</summary>
    Nameless,
}
