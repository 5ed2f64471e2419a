namespace ParisPact.Domain.Projects;

/// <summary>What an organisation does in a project: IATI's participating organisation.</summary>
public sealed record Participation(OrganisationRole Role, OrganisationName Organisation);
