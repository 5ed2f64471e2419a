using System.Text.Json;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// Removes what was taken down from everything that the search for duplicates left behind: the findings lose it; what is compared is made
/// anew by the next run; a night's report that shows it is removed. Verdicts name projects by keys that spell nothing, and stay.
/// </summary>
internal sealed class Forgetting(DuplicateBlobs blobs, FindingsStore findings, DuplicateReports reports)
{
    /// <returns>How many nights' reports were removed.</returns>
    public async Task<int> RunAsync(ForgetDuplicates order, CancellationToken cancellation)
    {
        // The state first: without it nothing is read of the rest, and the next run begins with the register.
        foreach (var left in new[] { MatchState.Blob, "records/", "indexes/", "parameters/", "pairs/", "runs/" }) await blobs.TidyAsync(left, static _ => false, cancellation);
        if (await findings.CurrentAsync(cancellation) is { } index && index.Findings.Projects.Any(IsIt)) await findings.WriteAsync(Without(index.Findings), cancellation);
        var removed = 0;
        await foreach (var date in reports.NightsAsync(cancellation))
            if (await ShowsAsync(date)) removed += await reports.RemoveAsync(date, cancellation) ? 1 : 0;
        return removed;

        bool IsIt(FoundProject project) => project.Partner == order.Partner && order.Rows.Contains(Pairs.KeyOf(project.Key).Row);

        Findings Without(Findings all) => all with
        {
            // The places of the others stay what they are.
            Projects = [.. all.Projects.Select(project => IsIt(project) ? project with { Id = "", Title = "", Countries = [], Themes = [] } : project)],
            Pairs = [.. all.Pairs.Where(pair => !IsIt(all.Projects[pair.First]) && !IsIt(all.Projects[pair.Second]))],
            Groups = [.. all.Groups.Where(group => !group.Any(place => IsIt(all.Projects[place])))],
        };

        async Task<bool> ShowsAsync(string date)
        {
            await using var report = await reports.OpenAsync(date, Reports.ReportLinks.Json, cancellation);
            // A report without its JSON cannot be searched, and is not whole.
            if (report is null) return true;
            using var json = await JsonDocument.ParseAsync(report, cancellationToken: cancellation);
            return Shows(json.RootElement);
        }

        bool Shows(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Any(Shows),
            JsonValueKind.Object => Names(element) || element.EnumerateObject().Any(property => Shows(property.Value)),
            _ => false,
        };

        bool Names(JsonElement element) =>
            element.TryGetProperty("partner", out var partner) && partner.ValueKind == JsonValueKind.String && partner.GetString() == order.Partner
            && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && ProjectReference.FromId(id.GetString()!) is { } reference
            && order.Rows.Contains(ProjectKey.Of(PartnerId.Parse(order.Partner), reference).Row);
    }
}
