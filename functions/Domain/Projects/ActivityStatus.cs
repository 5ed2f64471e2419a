namespace ParisPact.Domain.Projects;

/// <summary>
/// How far a project is. The numbers are the codes of IATI's codelist ActivityStatus.
/// The default, 0, is no status of that list: a project whose status is not known holds <c>null</c>, never 0.
/// </summary>
/// <remarks>Source: IATI Standard 2.03, codelist ActivityStatus.</remarks>
public enum ActivityStatus
{
    /// <summary>Being scoped or planned.</summary>
    Pipeline = 1,

    /// <summary>Being carried out.</summary>
    Implementation = 2,

    /// <summary>Physically complete, but the financial close or final evaluation is still to come.</summary>
    Finalisation = 3,

    /// <summary>Physically complete, and the financial close and final evaluation are done.</summary>
    Closed = 4,

    /// <summary>Given up.</summary>
    Cancelled = 5,

    /// <summary>Stopped for the time being.</summary>
    Suspended = 6,
}
