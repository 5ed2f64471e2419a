using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Which project an address means.</summary>
internal sealed record ProjectAddress(PartnerId Partner, ProjectReference Reference)
{
    /// <summary>Null where the words cannot be an address.</summary>
    public static ProjectAddress? Read(string partner, string id) =>
        PartnerId.TryParse(partner, out var known) && ProjectReference.FromId(id) is { } reference ? new ProjectAddress(known, reference) : null;

    public static IResult Unknown(string partner, string id) => Problems.NotFound(
        PartnerId.TryParse(partner, out _)
            ? $"'{Shown(id)}' is not the id of a project: that is the base64url of its normalised reference, as lists give it."
            : $"There is no partner '{Shown(partner)}'.");

    /// <summary>What to say of a project that is not there: that it never was, or that it was taken down.</summary>
    public async Task<IResult> MissingAsync(Register register, CancellationToken cancellation)
    {
        if (await register.BlockingAsync(Partner, Reference, cancellation) is { } takedown)
            return Problems.Gone($"This project was taken down on {takedown.At.UtcDateTime:yyyy-MM-dd}; nothing of it is kept.");
        return Problems.NotFound($"{Partner} has no project '{Shown(Reference.AsWritten)}'.");
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
