using System.Text.Json;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>A rename that has begun: while a row carries it, whoever meets the row finishes the rename first.</summary>
/// <param name="Reference">The new reference as written.</param>
internal sealed record ProjectMove(string Reference, string By, bool OnBehalf, DateTimeOffset At, string? Reason)
{
    public ProjectReference To => ProjectReference.From(Reference) ?? throw new InvalidDataException("A rename to no reference.");

    public ChangeOrigin Origin => ChangeOrigin.ByHand(By, OnBehalf, At, Reason);

    public static string? TextOf(ProjectMove? move) => move is null ? null : JsonSerializer.Serialize(move);

    public static ProjectMove? From(string? text) => text is null ? null : JsonSerializer.Deserialize<ProjectMove>(text);
}
