using System.Globalization;
using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>The problems of a receipt as a table, for the person who will mend the file.</summary>
internal static class ReceiptCsv
{
    private static readonly string[] Columns = ["sheet", "line", "column", "path", "reference", "rule", "severity", "message", "suggestion"];

    /// <summary>UTF-8 with the mark by which spreadsheets recognise it.</summary>
    public static async Task WriteAsync(Stream stream, IEnumerable<StagedProblem> problems)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(string.Join(',', Columns) + "\r\n");
        foreach (var problem in problems.Select(ProblemView.Of))
        {
            string?[] cells =
            [
                problem.Sheet, problem.Line?.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Path, problem.Reference, problem.Rule,
                SeverityWord(problem.Severity), problem.Message, problem.Suggestion,
            ];
            await writer.WriteAsync(string.Join(',', cells.Select(cell => CsvCell.Of(cell ?? ""))) + "\r\n");
        }
    }

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => "fatal",
    };
}
