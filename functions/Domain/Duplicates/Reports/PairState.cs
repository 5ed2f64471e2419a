namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>Where a pair stands in a report.</summary>
public enum PairState
{
    /// <summary>Found for the first time since the last report.</summary>
    New = 1,

    /// <summary>Decided once, and one of the two has changed since in a way that matters.</summary>
    Reopened,

    /// <summary>Found before, and nobody has decided.</summary>
    Open,

    Decided,
}
