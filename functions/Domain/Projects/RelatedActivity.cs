namespace ParisPact.Domain.Projects;

/// <summary>Another activity that the project names.</summary>
/// <param name="Type">IATI RelatedActivityType: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party.</param>
/// <param name="Reference">Its identifier, as written.</param>
public sealed record RelatedActivity(int Type, string Reference);
