namespace ParisPact.Domain.Projects;

/// <summary>
/// What an organisation does in a project. The numbers are the codes of IATI's codelist OrganisationRole.
/// The default, 0, is no role of that list.
/// </summary>
/// <remarks>Source: IATI Standard 2.03, codelist OrganisationRole.</remarks>
public enum OrganisationRole
{
    /// <summary>The government or organisation which provides funds: the donor.</summary>
    Funding = 1,

    /// <summary>The organisation responsible for oversight of the project and its outcomes.</summary>
    Accountable = 2,

    /// <summary>The organisation which manages the budget and direction of a project on behalf of the donor.</summary>
    Extending = 3,

    /// <summary>The organisation which physically carries the project out.</summary>
    Implementing = 4,
}
