using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>Has the app do with sample files what it does every night, so that a newcomer sees it at once.</summary>
internal static class SampleSearch
{
    private const int Looks = 300;

    public static async Task Run(LocalPlan plan, TextWriter console, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri(plan.Url!) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", plan.Tokens!.Issue(new TokenRequest(["secretariat"])));
        using var started = await client.PostAsync("api/duplicates/runs", null, cancellation);
        if (started.StatusCode == HttpStatusCode.NotFound)
        {
            return;
        }

        if (started is not { StatusCode: HttpStatusCode.Accepted, Headers.Location: { } run })
        {
            await console.WriteLineAsync($"  nightly  not run: POST /api/duplicates/runs answered {(int)started.StatusCode}");
            return;
        }

        for (var look = 0; look < Looks; look++)
        {
            using var answer = await client.GetAsync(run, cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                await console.WriteLineAsync(Line(await answer.Content.ReadAsStringAsync(cancellation), plan.Url!));
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }

        await console.WriteLineAsync($"  nightly  the search for duplicates still runs: {run}");
    }

    private static string Line(string answer, string url)
    {
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        if (root.GetProperty("state").GetString() != "done")
        {
            return "  nightly  the search for duplicates failed; the log says why";
        }

        var outcome = root.GetProperty("outcome");
        var found = outcome.GetProperty("new");
        return $"  nightly  {Count(found, "same")} pairs of projects may be one, {Count(found, "related")} belong together, {Count(found, "overlap")} overlap; {outcome.GetProperty("mails").GetInt32()} mails to coordinators ({url.TrimEnd('/')}{root.GetProperty("report").GetString()})";
    }

    private static int Count(JsonElement found, string kind) => found.TryGetProperty(kind, out var count) ? count.GetInt32() : 0;
}
