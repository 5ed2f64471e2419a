using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>
/// Refuses what a function's description does not name: a misspelt filter that is passed over would answer with everything, and a misspelt
/// <c>dryRun</c> would change what it was to try. What answers without a token takes anything, since monitors add what they like.
/// </summary>
internal sealed class KnownParameters : IFunctionsWorkerMiddleware
{
    private const int LongestShown = 100;

    /// <summary>What the host itself reads: its keys.</summary>
    private static readonly string[] OfTheHost = ["code", "clientId"];

    private static readonly FrozenDictionary<string, string[]> ByFunction = Permissions.Functions()
        .Where(method => method.GetCustomAttribute<AllowAttribute>() is { WithoutToken: false } && method.GetCustomAttribute<DescribeAttribute>() is not { RefusesOthers: true })
        .ToFrozenDictionary(
            method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method => method.GetCustomAttribute<DescribeAttribute>()?.Query ?? [],
            StringComparer.OrdinalIgnoreCase);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && ByFunction.TryGetValue(context.FunctionDefinition.Name, out var known)
            && Unknown(http.Request.Query, known).ToList() is { Count: > 0 } errors)
        {
            var problem = new ValidationProblemDetails(errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray()))
            {
                Status = StatusCodes.Status400BadRequest,
                Title = Problems.SomeIsWrong,
            };
            Problems.Answer(context, problem);
            return;
        }

        await next(context);
    }

    /// <summary>An error for each parameter that is none of these.</summary>
    public static IEnumerable<FieldError> Unknown(IQueryCollection query, IReadOnlyCollection<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (known.Concat(OfTheHost).Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var near = known.FirstOrDefault(other => EditDistance.Within(name.ToLowerInvariant(), other.ToLowerInvariant(), name.Length > 4 ? 2 : 1) is not null);
            yield return new FieldError(name, $"There is no parameter '{(name.Length <= LongestShown ? name : name[..LongestShown] + "…")}' here.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }
    }
}
