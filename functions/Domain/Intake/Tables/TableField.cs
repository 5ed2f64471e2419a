namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a column of a table is about.</summary>
public enum TableField
{
    Reference = 1,
    Title,
    Description,
    Status,
    PlannedStart,
    ActualStart,
    PlannedEnd,
    ActualEnd,

    /// <summary>Start and end in one cell, such as <c>2020-2023</c>.</summary>
    Period,
    Reporting,
    Organisation,
    Country,

    /// <summary>A region of several countries.</summary>
    Region,

    /// <summary>A place of any kind.</summary>
    Place,

    /// <summary>A first-level subdivision.</summary>
    Province,

    /// <summary>Anything smaller than a province: kept beside it by name.</summary>
    District,
    Sector,
    Theme,
    Paper,
    Money,
    Related,
    OtherIdentifier,
    Website,
    Hierarchy,
    LastUpdated,
    Language,

    /// <summary>Understood, and no field of a project: kept with it under its own name, without a warning.</summary>
    Kept,

    /// <summary>What an export says in JSON that its other columns cannot: read after them.</summary>
    Details,

    /// <summary>Written by our own exports about a project, and nothing that a file says of it: not read.</summary>
    Ours,
}
