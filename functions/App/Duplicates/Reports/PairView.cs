using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A pair in the JSON contract.</summary>
/// <param name="Probability">Over 0 to under 1, as far as a number can tell.</param>
/// <param name="Weight">In bits, like all weights here.</param>
internal sealed record PairView(
    string Pair,
    PairKind Kind,
    PairState State,
    double Probability,
    double Weight,
    double Prior,
    ImmutableArray<ReasonView> Reasons,
    CardView Left,
    CardView Right,
    DateOnly FoundOn,
    ImmutableArray<string> Changes,
    Decision? Decision,
    string? AssignedTo,
    ImmutableArray<ContactView> People)
{
    public static PairView Of(PairEntry pair) => new(
        pair.Id,
        pair.Kind,
        pair.State,
        pair.Probability,
        pair.Weight,
        pair.Prior,
        [.. pair.Reasons.Select(reason => new ReasonView(reason.Field, reason.Finding, reason.Bits, ReasonWords.Of(reason, pair.Left, pair.Right)))],
        CardView.Of(pair.Left),
        CardView.Of(pair.Right),
        pair.FoundOn,
        pair.Changes,
        pair.Decision,
        pair.AssignedTo,
        [.. pair.People.Select(static person => new ContactView(person.Name, RoleNames.Of(person.Role), person.Organisation, person.Mail))]);
}

/// <summary>What one comparison says of a pair in the JSON contract.</summary>
/// <param name="Words">The same as a sentence, without its weight.</param>
internal sealed record ReasonView(string Field, string Finding, double Bits, string Words);

/// <summary>Somebody to bring together with others, in the JSON contract.</summary>
internal sealed record ContactView(string Name, string Role, string Organisation, string? Mail);
