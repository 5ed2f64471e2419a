namespace ParisPact.Domain.Projects;

/// <summary>Another name of the same project.</summary>
/// <param name="Type">IATI OtherIdentifierType, such as A1 for the reporter's internal one and B1 for a previous one; null where unknown.</param>
public sealed record OtherIdentifier(string Reference, string? Type = null);
