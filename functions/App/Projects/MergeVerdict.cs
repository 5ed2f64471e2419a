namespace ParisPact.Functions.Projects;

/// <summary>What a record of an upload means for the register, as far as it can be told from the head of the row that stands there.</summary>
internal enum MergeVerdict
{
    Create = 1,

    /// <summary>The register says the same already, from this file's time or later.</summary>
    Unchanged,

    /// <summary>The register says the same already, from an older file: the newer time is remembered.</summary>
    Confirmed,

    /// <summary>A newer file said something else.</summary>
    Older,

    /// <summary>The content has to be looked at.</summary>
    Compare,

    /// <summary>The reference was taken down.</summary>
    Blocked,

    /// <summary>The reference is a former one.</summary>
    Renamed,

    /// <summary>A rename of the project has begun and must be finished first.</summary>
    Moving,
}
