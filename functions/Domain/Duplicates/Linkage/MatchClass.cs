namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What two records are to each other.</summary>
public enum MatchClass
{
    Unrelated,

    /// <summary>Of one series or framework: phases, renewals, components.</summary>
    Related,

    /// <summary>One project, told twice.</summary>
    Same,
}
