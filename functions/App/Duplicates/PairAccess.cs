using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

/// <summary>Who may decide on which pair: coordinators and the secretariat on all; a partner, and who enters on its behalf, on those with a project of its own.</summary>
internal sealed class PairAccess(Pairs pairs, PartnerDirectory directory)
{
    /// <summary>The pair, or the answer that refuses it.</summary>
    public async Task<(KnownPair? Pair, IResult? Refusal)> ForDecidingAsync(HttpRequest request, string pair)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (!PairId.LooksRight(pair) || (await pairs.CurrentAsync(cancellation)).Find(pair) is not { } known) return (null, Unknown(pair));
        var caller = Caller.Of(request);
        if (await MayDecideAsync(caller, Pairs.KeyOf(known.Standing.First).Partner, cancellation) || await MayDecideAsync(caller, Pairs.KeyOf(known.Standing.Second).Partner, cancellation)) return (known, null);
        return (null, Problems.Forbidden("You may decide on pairs with a project of your own partner."));
    }

    /// <summary>Whether somebody may decide on pairs with a project of a partner.</summary>
    private async Task<bool> MayDecideAsync(Caller caller, PartnerId partner, CancellationToken cancellation)
    {
        if (caller.Is(Role.Coordinator) || caller.Is(Role.Secretariat) || caller.Owns(partner)) return true;
        return await directory.FindAsync(partner, cancellation) is { } known && caller.MayWriteFor(known) != Writing.No;
    }

    public static IResult Unknown(string pair) => Problems.NotFound($"No pair has the id '{(pair.Length > 40 ? pair[..40] + "…" : pair)}': nobody found it, and nobody decided on it.");
}
