namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>How one field of two projects compares, as somebody who reads both would say.</summary>
public enum CardDifference
{
    /// <summary>Neither says anything.</summary>
    Missing = 1,

    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>Some of what they say is the same.</summary>
    InPart,

    Different,

    OnlyLeft,

    OnlyRight,
}
