using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake;

/// <summary>The names of the partners in the directory, in any spelling: who is a partner is no unknown organisation.</summary>
internal sealed class KnownNames(IEnumerable<Partner> partners)
{
    private readonly HashSet<string> _names =
        [.. partners.SelectMany(static partner => (string[])[partner.Name, partner.Id.Value]).Select(Folding.Fold).Where(static name => name.Length > 0)];

    /// <summary>Without the problems that the directory answers.</summary>
    public RecordRead Settle(RecordRead record) => record.Problems.Any(IsAnswered)
        ? record with { Problems = record.Problems.RemoveAll(IsAnswered) }
        : record;

    private bool IsAnswered(Problem problem) =>
        problem is { Rule: "organisation.unknown", Severity: Severity.Warning, Subject: { } name } && _names.Contains(Folding.Fold(name));
}
