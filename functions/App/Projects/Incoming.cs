using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// One project on its way into the register, with the line that it comes from. It is packed much as the register will store it: most projects
/// of a file are new or unchanged, and neither needs to be unpacked to be merged.
/// </summary>
/// <param name="Hash">Of its canonical content, as <see cref="PackedProject.HashOf"/> gives it.</param>
/// <param name="Payload">As <see cref="PackedProject"/> gives it, compressed or not.</param>
internal sealed record Incoming(PartnerId Partner, ProjectReference Reference, byte[] Hash, byte[] Payload, string? Sheet, int? Line)
{
    /// <summary>Unpacked anew with each call.</summary>
    public Project Project => PackedProject.Project(Payload);

    public ProjectKey Key => ProjectKey.Of(Partner, Reference);

    /// <param name="compress">Whether room counts: compressing takes more than all the rest, and is in vain where the project is there already.</param>
    public static Incoming Of(Project project, string? sheet, int? line, bool compress = false) => new(
        project.Partner,
        project.Reference,
        PackedProject.HashOf(project),
        compress ? PackedProject.Of(project) : PackedProject.PlainOf(project),
        sheet,
        line);

    /// <summary>The same project under another reference.</summary>
    public Incoming Under(ProjectReference reference) => Of(Project with { Reference = reference }, Sheet, Line);
}
