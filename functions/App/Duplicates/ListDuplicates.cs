using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

internal sealed class ListDuplicates(Pairs pairs, Register register)
{
    [Function(nameof(ListDuplicates)), Allow]
    [Describe("Pairs of projects that may be one, belong together or overlap: what is new first, then what is open, then what was decided; of each the most certain first.", Query = ["kind", "verdict", "state", "partner", "location", "theme", "assigned", "limit", "cursor"], Returns = typeof(PairSummary), Lists = true, Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "duplicates")] HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (question, errors) = PairQuestion.Read(request);
        if (question is null) return Problems.Invalid(errors);
        var book = await pairs.CurrentAsync(cancellation);
        var found = book.All()
            .Where(pair => question.Asks(pair, book.Index?.Project(pair.Standing.First), book.Index?.Project(pair.Standing.Second)))
            .Where(pair => question.After is not { } after || PairPlace.Compare(pair.Place, after) > 0)
            .Order(Comparer<KnownPair>.Create(static (one, other) => PairPlace.Compare(one.Place, other.Place)))
            .Take(question.Limit + 1).ToList();
        var page = found.Take(question.Limit).ToList();
        var projects = await ProjectsAsync(book, page, cancellation);
        return Answers.List([.. page.Select(pair => PairSummary.Of(pair, projects[pair.Standing.First], projects[pair.Standing.Second]))], found.Count > question.Limit ? Cursor.Of(page[^1].Place.ToString()) : null);
    }

    /// <summary>What the findings know of the projects of a page; what only people named, as the register has it.</summary>
    private async Task<Dictionary<string, PairProject>> ProjectsAsync(PairBook book, IReadOnlyList<KnownPair> page, CancellationToken cancellation)
    {
        var keys = page.SelectMany(static pair => new[] { pair.Standing.First, pair.Standing.Second }).Distinct().ToList();
        var known = keys.Where(key => book.Index?.Project(key) is not null).ToDictionary(static key => key, key => Of(book.Index!.Project(key)!));
        var unknown = keys.Where(key => !known.ContainsKey(key)).Select(Pairs.KeyOf).ToList();
        var stored = unknown.Count == 0 ? new Dictionary<ProjectKey, StoredProject>() : await register.GetManyAsync(unknown, cancellation);
        foreach (var key in unknown)
            known[Pairs.TextOf(key)] = stored.GetValueOrDefault(key) is { Project: var project }
                ? new PairProject(project.Partner.Value, project.Reference.Id, project.Title, $"/api/projects/{project.Partner}/{project.Reference.Id}")
                : new PairProject(key.Partner.Value, null, null, null);
        return known;
    }

    private static PairProject Of(FoundProject project) => new(project.Partner, project.Id, project.Title, $"/api/projects/{project.Partner}/{project.Id}");
}
