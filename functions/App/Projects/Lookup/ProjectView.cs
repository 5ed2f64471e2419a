using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// The answer of <c>GET projects/{partner}/{id}</c>: the members of the project as they are uploaded, and beside them <c>register</c>, which
/// says where the record comes from and what follows from it, and is passed over when the project is sent back.
/// </summary>
internal static class ProjectView
{
    public static JsonObject Of(StoredProject stored, MonthlyRates rates)
    {
        var view = Of(stored.Project);
        view["register"] = JsonSerializer.SerializeToNode(RegisterView.Of(stored, rates), ContractJson.Options);
        return view;
    }

    /// <summary>The members of a project as they are uploaded.</summary>
    public static JsonObject Of(Project project)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) JsonProjects.Write(json, project);
        return JsonNode.Parse(bytes.ToArray())!.AsObject();
    }
}

/// <param name="Shares">By the name of the facet's parameter: how the project divides, with what was assumed.</param>
internal sealed record RegisterView(
    string Id,
    int Version,
    bool Withdrawn,
    DateTimeOffset CreatedAt,
    ChangeView Changed,
    IReadOnlyDictionary<string, IReadOnlyList<ShareSummary>> Shares,
    AmountSummary Amount,
    AmountSummary Spending,
    ProjectLinks Links)
{
    public static RegisterView Of(StoredProject stored, MonthlyRates rates)
    {
        var money = ProjectMoney.Of(stored.Project.Money);
        var id = stored.Project.Reference.Id;
        return new RegisterView(
            id,
            stored.Version,
            stored.Withdrawn,
            stored.CreatedAt,
            ChangeView.Of(stored.Origin, stored.Sheet, stored.Line),
            Enum.GetValues<Facet>().ToDictionary(FilterReader.NameOf, facet => SharesOf(stored, facet)),
            Summary(money.Basis, money.Amount, rates),
            Summary(null, money.Spending, rates),
            ProjectLinks.Of(stored.Project.Partner, id));
    }

    private static IReadOnlyList<ShareSummary> SharesOf(StoredProject stored, Facet facet) => [.. FacetShares.Of(stored.Project, facet)
        .Select(share => new ShareSummary(share.Value, FacetTree.NameOf(facet, share.Value) ?? share.Name ?? share.Value, share.Percentage, share.Assumed))];

    private static AmountSummary Summary(AmountBasis? basis, ImmutableArray<MonthAmount> lines, MonthlyRates rates)
    {
        var usd = UsdSum.Of(lines.AsSpan(), rates);
        return new AmountSummary(
            basis,
            [.. lines.GroupBy(line => line.Currency).Select(group => new CurrencyAmount(group.Key, group.Sum(line => line.Amount)))],
            FacetTally.Dollars(usd.Micros),
            usd.Unconverted);
    }
}

/// <summary>Who changed a project, when, and through which door.</summary>
internal sealed record ChangeView(DateTimeOffset At, string By, bool OnBehalf, string? Upload, string? Sheet, int? Line, string? Reason, string? Reverts)
{
    public static ChangeView Of(ChangeOrigin origin, string? sheet, int? line) =>
        new(origin.At, origin.By, origin.OnBehalf, origin.Upload, sheet, line, origin.Reason, origin.Reverts);
}
