namespace ParisPact.Domain.Projects;

/// <summary>What the file said and the register does not understand: a column or element by its own name, kept with the project.</summary>
public sealed record Extra(string Name, string Value);
