using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>What somebody asks for, and the register as it stands now.</summary>
internal abstract record LookupQuestion
{
    private LookupQuestion()
    {
    }

    /// <param name="Limit">1 to <see cref="LargestPage"/>.</param>
    /// <param name="After">Where the page begins; null for the first.</param>
    public sealed record Asked(Projection Projection, ProjectFilter Filter, int Limit, PageCursor? After) : LookupQuestion;

    /// <param name="Problem">What is wrong with the question, all of it.</param>
    public sealed record Refused(IResult Problem) : LookupQuestion;

    public const int LargestPage = 500;

    private const int UsualPage = 50;

    /// <summary>What every look-up may be asked with.</summary>
    private static readonly string[] FilterNames = [.. Enum.GetValues<Facet>().Select(FilterReader.NameOf), "q", "from", "to", "withdrawn"];

    /// <param name="others">The names of what the function itself takes beside a filter; a limit and a cursor where its answer comes in pages.</param>
    public static async Task<LookupQuestion> ReadAsync(HttpRequest request, ProjectLookup lookup, PartnerDirectory directory, params string[] others)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var projection = await lookup.CurrentAsync(cancellation);
        var partners = request.Query.ContainsKey(FilterReader.NameOf(Facet.Partner)) ? (await directory.AllAsync(cancellation)).Select(listed => listed.Partner).ToList() : [];
        var errors = KnownParameters.Unknown(request.Query, [.. FilterNames, .. others]).ToList();
        var reading = FilterReader.Read(name => [.. request.Query[name].Select(text => text ?? "")], new RegisteredValues(projection, partners).Find);
        if (reading is FilterReading.Refused refused) errors.AddRange(refused.Problems.Select(Error));
        var (limit, after) = (UsualPage, (PageCursor?)null);
        if (others.Contains("cursor"))
        {
            if (Flags.Number(request, "limit", UsualPage, 1, LargestPage) is { } asked) limit = asked;
            else errors.Add(new FieldError("limit", $"The limit is a number from 1 to {LargestPage}."));
            // An empty limit or cursor asks for no more than none does: the usual first page.
            if (request.Query["cursor"].ToString() is { Length: > 0 } text && (after = PageCursor.From(text)) is null) errors.Add(new FieldError("cursor", Cursor.Mistake));
        }

        return errors.Count > 0 ? new Refused(Problems.Invalid(errors)) : new Asked(projection, ((FilterReading.Read)reading).Filter, limit, after);
    }

    private static FieldError Error(FilterProblem problem) =>
        new(problem.Parameter, $"{(problem.Value.Length == 0 ? "" : $"'{Shown(problem.Value)}' ")}{problem.Message}{(problem.Suggestion is null ? "" : $" Did you mean {problem.Suggestion}?")}");

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
