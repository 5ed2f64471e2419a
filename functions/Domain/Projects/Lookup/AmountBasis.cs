namespace ParisPact.Domain.Projects.Lookup;

/// <summary>Which lines of its money a project's amount is the sum of: the first of these that it has.</summary>
public enum AmountBasis
{
    /// <summary>The project states no amount.</summary>
    None = 0,

    Budgets = 1,

    Commitments = 2,

    PlannedDisbursements = 3,
}
