using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>A project that the file holds and that may be merged.</summary>
/// <param name="Number">The record's place in the file, from 0: what orders a receipt.</param>
internal sealed record StagedProject(int Number, string? Sheet, int? Line, Project Project);
