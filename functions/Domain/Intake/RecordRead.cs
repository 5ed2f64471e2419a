using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake;

/// <summary>
/// What a reader made of one record of a file: a project, or none where a problem is an error; in both cases with every problem found.
/// Problems of the file itself come in a <see cref="RecordRead"/> of their own, without reference and project.
/// </summary>
/// <param name="Reference">The record's reference as written; null where it has none or where this is about the file.</param>
/// <param name="At">Where the record begins.</param>
/// <param name="Project">The project; null where the record is refused or where this is about the file.</param>
public sealed record RecordRead(string? Reference, Position At, Project? Project, ImmutableArray<Problem> Problems)
{
    /// <summary>JSON that an export wrote beside its columns, not yet read; null where there is none.</summary>
    public string? Details { get; init; }

    public static RecordRead OfFile(params ImmutableArray<Problem> problems) => new(null, Position.File, null, problems);

    public bool IsOfFile => Reference is null && Project is null && At == Position.File;
}
