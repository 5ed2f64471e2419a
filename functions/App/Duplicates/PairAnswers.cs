using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Duplicates;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>How one pair is answered: both projects as they stand now, and what speaks for and against.</summary>
internal sealed class PairAnswers(Pairs pairs, PairExplainer explainer, RateBook rates, PairPeople people)
{
    /// <summary>The version of a pair: another one whenever somebody did something with it, or one of the projects changed.</summary>
    public static ETag TagOf(KnownPair pair, StoredProject? first, StoredProject? second) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{pair.Standing.Events.Length}-{first?.Version ?? 0}-{second?.Version ?? 0}-{(int)pair.State}\""));

    public async Task<IResult> OfAsync(HttpRequest request, KnownPair pair)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (first, second) = await pairs.ProjectsAsync(pair, cancellation);
        var tag = TagOf(pair, first, second).ToString("H");
        if (HttpMethods.IsGet(request.Method) && Conditional.Unchanged(request, tag) is { } unchanged) return unchanged;
        var (known, _) = await rates.CurrentAsync(cancellation);
        var records = first is null || second is null ? ((ProjectRecord First, ProjectRecord Second)?)null : (Records.Of(first, known), Records.Of(second, known));
        var index = records is { } both ? await explainer.ForAsync([both.First, both.Second], cancellation) : null;
        // What the model does not know of, an overlap or a declared relation, the run itself has given reasons for.
        var reasons = pair.Found is { Reasons.IsEmpty: false } own ? (Prior: 0.0, own.Reasons) : index is null ? (Prior: 0.0, Reasons: []) : PairExplainer.Explain(index, pair.Standing.First, pair.Standing.Second, pair.Kind);
        var view = new PairView(
            PairSummary.Of(pair, Side(pair.Standing.First, first), Side(pair.Standing.Second, second)),
            reasons.Reasons.IsEmpty ? null : Math.Round(reasons.Prior, 2),
            [.. reasons.Reasons.Select(static reason => reason with { Bits = Math.Round(reason.Bits, 2) })],
            pair.State == Domain.Duplicates.Reports.PairState.Reopened ? pair.Found!.Changes : [],
            [first is null ? null : ProjectView.Of(first, known), second is null ? null : ProjectView.Of(second, known)],
            [.. pair.Standing.Events.Reverse().Select(PairEventView.Of)],
            pair.Kind == PairKind.Overlap && records is { } two ? await people.OfAsync(two.First, two.Second, cancellation) : []);
        return Answers.Tagged(request, view, tag);
    }

    private static PairProject Side(string key, StoredProject? stored) => stored is null
        ? new PairProject(Pairs.KeyOf(key).Partner.Value, null, null, null)
        : new PairProject(stored.Project.Partner.Value, stored.Project.Reference.Id, stored.Project.Title, $"/api/projects/{stored.Project.Partner}/{stored.Project.Reference.Id}");
}
