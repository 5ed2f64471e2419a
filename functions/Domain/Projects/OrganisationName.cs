namespace ParisPact.Domain.Projects;

/// <summary>An organisation as a project names it.</summary>
/// <param name="Name">As written; may be empty where only the reference was given.</param>
/// <param name="Reference">IATI organisation identifier, given by the file or found by the name; null where unknown.</param>
/// <param name="Type">IATI OrganisationType, such as 10 government, 40 multilateral; null where unknown.</param>
public sealed record OrganisationName(string Name, string? Reference = null, int? Type = null);
