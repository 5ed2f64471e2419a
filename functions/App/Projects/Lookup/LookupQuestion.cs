using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
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
    private static readonly string[] FilterNames = [.. Enum.GetValues<Facet>().Select(FilterReader.NameOf), "q", "from", "to", "withdrawn", "code", "clientId"];

    /// <param name="others">The names of what the function itself takes beside a filter.</param>
    public static async Task<LookupQuestion> ReadAsync(HttpRequest request, ProjectLookup lookup, PartnerDirectory directory, params string[] others)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var projection = await lookup.CurrentAsync(cancellation);
        var partners = request.Query.ContainsKey(FilterReader.NameOf(Facet.Partner)) ? (await directory.AllAsync(cancellation)).Select(listed => listed.Partner).ToList() : [];
        var errors = new List<FieldError>(Unknown(request.Query, [.. FilterNames, .. others]));
        var reading = FilterReader.Read(name => [.. request.Query[name].OfType<string>()], new RegisteredValues(projection, partners).Find);
        if (reading is FilterReading.Refused refused) errors.AddRange(refused.Problems.Select(Error));
        if (!TryLimit(request.Query["limit"], out var limit)) errors.Add(new FieldError("limit", $"The limit is a number from 1 to {LargestPage}."));
        var after = request.Query["cursor"].ToString() is { Length: > 0 } text ? PageCursor.From(text) : null;
        if (after is null && !string.IsNullOrEmpty(request.Query["cursor"])) errors.Add(new FieldError("cursor", "This is no cursor: take 'next' of the page before as it is."));
        return errors.Count > 0 ? new Refused(Problems.Invalid(errors)) : new Asked(projection, ((FilterReading.Read)reading).Filter, limit, after);
    }

    private static bool TryLimit(string? text, out int limit)
    {
        limit = UsualPage;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestPage);
    }

    /// <summary>A misspelt filter that is passed over would answer with everything.</summary>
    private static IEnumerable<FieldError> Unknown(IQueryCollection query, string[] known)
    {
        foreach (var name in query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            var near = known.FirstOrDefault(other => EditDistance.Within(name.ToLowerInvariant(), other, 2) is not null);
            yield return new FieldError(name, $"There is no parameter '{Shown(name)}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }
    }

    private static FieldError Error(FilterProblem problem) =>
        new(problem.Parameter, $"'{Shown(problem.Value)}' {problem.Message}{(problem.Suggestion is null ? "" : $" Did you mean {problem.Suggestion}?")}");

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
