namespace ParisPact.Domain.Projects;

/// <summary>Where a project stands: the codes of IATI's ActivityStatus.</summary>
public enum ActivityStatus
{
    Pipeline = 1,
    Implementation = 2,
    Finalisation = 3,
    Closed = 4,
    Cancelled = 5,
    Suspended = 6,
}
