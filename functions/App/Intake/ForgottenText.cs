using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake;

/// <summary>Recognises a reference by its hash: the references of what is forgotten are kept nowhere.</summary>
internal static class ForgottenText
{
    /// <summary>The row's name is the same for every partner.</summary>
    private static readonly PartnerId Any = PartnerId.Parse("any");

    public static bool IsIt(string? reference, ImmutableArray<string> rows) =>
        ProjectReference.From(reference) is { } found && rows.Contains(ProjectKey.Of(Any, found).Row);

    /// <summary>Whether a problem is one of the project, or names it between quotes.</summary>
    public static bool Concerns(StagedProblem problem, ImmutableArray<string> rows) =>
        IsIt(problem.Reference, rows) || Quotes(problem.Problem.Message, rows) || Quotes(problem.Problem.Suggestion, rows);

    /// <summary>A reference may hold an apostrophe itself, so every pair of quotes counts.</summary>
    private static bool Quotes(string? text, ImmutableArray<string> rows)
    {
        if (text is null) return false;
        var quotes = Enumerable.Range(0, text.Length).Where(at => text[at] == '\'').Take(20).ToArray();
        return quotes.SelectMany((from, at) => quotes.Skip(at + 1), (from, until) => text[(from + 1)..until]).Any(quoted => IsIt(quoted, rows));
    }
}
