using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

/// <summary>One project that somebody may change.</summary>
/// <param name="Origin">By whom and when; says whether it is done on the partner's behalf.</param>
/// <param name="IfMatch">The version that must stand; null where the caller did not say.</param>
internal sealed record ProjectToChange(PartnerId Partner, ProjectReference Reference, ChangeOrigin Origin, string? IfMatch);

/// <summary>Who may change which project by hand.</summary>
internal sealed class ProjectAccess(PartnerDirectory directory, TimeProvider time)
{
    private const int LongestReason = 1_000;

    /// <summary>The project's address and the change's origin, or the answer that refuses it.</summary>
    public async Task<(ProjectToChange? Change, IResult? Refusal)> ForWritingAsync(HttpRequest request, string partner, string id)
    {
        if (!PartnerId.TryParse(partner, out var of) || ProjectReference.FromId(id) is not { } reference) return (null, Problems.NotFound("This is no project's address."));
        var caller = Caller.Of(request);
        var writing = caller.Owns(of) ? Writing.Own
            : await directory.FindAsync(of, request.HttpContext.RequestAborted) is { } known ? caller.MayWriteFor(known)
            : caller.Is(Role.Secretariat) ? Writing.OnBehalf
            : Writing.No;
        if (writing == Writing.No) return (null, Problems.Forbidden($"You may not change projects of '{of}'."));
        var reason = request.Query["reason"].ToString() is { Length: > 0 } text ? text.Trim() : null;
        if (reason is { Length: > LongestReason }) return (null, Problems.Invalid([new("reason", $"A reason has at most {LongestReason:N0} characters.")]));
        var origin = ChangeOrigin.ByHand(caller.Name, writing == Writing.OnBehalf, time.GetUtcNow(), reason);
        return (new ProjectToChange(of, reference, origin, Precondition.Of(request).IfMatch?.ToString("H")), null);
    }
}
