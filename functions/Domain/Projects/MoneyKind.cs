namespace ParisPact.Domain.Projects;

/// <summary>What a line of money is. The amount of a project is the sum of its budgets, else commitments, else planned disbursements; spending is apart.</summary>
public enum MoneyKind
{
    /// <summary>IATI budget, original or revised.</summary>
    Budget = 1,

    /// <summary>IATI planned disbursement.</summary>
    PlannedDisbursement = 2,

    /// <summary>IATI transaction type 2.</summary>
    Commitment = 3,

    /// <summary>IATI transaction type 3.</summary>
    Disbursement = 4,

    /// <summary>IATI transaction type 4.</summary>
    Expenditure = 5,

    /// <summary>IATI transaction type 1.</summary>
    IncomingFunds = 6,

    /// <summary>Any other IATI transaction type; the type is on the line.</summary>
    Other = 7,
}
