namespace ParisPact.Domain.Projects;

/// <summary>What an organisation does in a project: the codes of IATI's OrganisationRole.</summary>
public enum OrganisationRole
{
    Funding = 1,
    Accountable = 2,
    Extending = 3,
    Implementing = 4,
}
