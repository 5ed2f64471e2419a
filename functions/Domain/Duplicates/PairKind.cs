namespace ParisPact.Domain.Duplicates;

/// <summary>What two projects are to each other. Each asks for something else to be done.</summary>
public enum PairKind
{
    /// <summary>One project, reported twice: by donor and agency, by two co-funders, in two languages.</summary>
    Same = 1,

    /// <summary>Two of one series or framework, such as phases, renewals and components: linked, never merged.</summary>
    Related,

    /// <summary>Two projects of different partners that do the same thing in the same place at the same time: people to bring together.</summary>
    Overlap,

    /// <summary>Nothing of that. Only people say so; what is found is never this.</summary>
    Unrelated,
}
