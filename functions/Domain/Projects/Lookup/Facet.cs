namespace ParisPact.Domain.Projects.Lookup;

/// <summary>What projects are looked up, counted and summed by.</summary>
public enum Facet
{
    /// <summary>Countries with their provinces, and regions of several countries.</summary>
    Location = 0,

    Theme = 1,

    /// <summary>Organisations that fund the project.</summary>
    Donor = 2,

    Status = 3,

    Partner = 4,

    /// <summary>Papers of the Rainbow Strategy.</summary>
    Paper = 5,

    /// <summary>DAC purposes with their categories, or sectors of another vocabulary where the project has no others.</summary>
    Sector = 6,
}
