using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// One project on its way into the register, with the line that it comes from. It is packed much as the register will store it: most projects
/// of a file are new or unchanged, and neither needs to be unpacked to be merged. What seems to stand there just so already goes by its hash alone.
/// </summary>
/// <param name="Hash">Of its canonical content, as <see cref="PackedProject.HashOf"/> gives it.</param>
/// <param name="Payload">As <see cref="PackedProject"/> gives it, compressed or not; empty where the content is not <see cref="IsWhole"/>.</param>
internal sealed record Incoming(PartnerId Partner, ProjectReference Reference, byte[] Hash, byte[] Payload, string? Sheet, int? Line)
{
    /// <summary>False where only the hash is there: good to see that nothing changes, and for nothing else.</summary>
    public bool IsWhole => Payload.Length > 0;

    /// <summary>Unpacked anew with each call.</summary>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public Project Project => PackedProject.Project(Payload);

    public ProjectKey Key => ProjectKey.Of(Partner, Reference);

    /// <param name="compress">Whether room counts: compressing takes more than all the rest, and is in vain where the project is there already.</param>
    /// <param name="standing">Null: always whole.</param>
    public static Incoming Of(Project project, string? sheet, int? line, bool compress = false, Standing? standing = null)
    {
        var hash = PackedProject.HashOf(project);
        var payload = standing?.Says(ProjectKey.Of(project.Partner, project.Reference), hash) is true ? []
            : compress ? PackedProject.Of(project)
            : PackedProject.PlainOf(project);
        return new Incoming(project.Partner, project.Reference, hash, payload, sheet, line);
    }

    /// <summary>The same project under another reference.</summary>
    public Incoming Under(ProjectReference reference) => Of(Project with { Reference = reference }, Sheet, Line);
}
