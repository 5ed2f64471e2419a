using System.Globalization;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>How texts stand in the cells of an export, so that they are read as they are.</summary>
internal static class TableTexts
{
    /// <summary>Several texts between semicolons.</summary>
    public static string List(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>One entry of a list: between quotation marks where something in it would be taken for more than its text.</summary>
    public static string Single(string text) =>
        text.Length == 0 || (ShareList.Split(text) is [{ Percentage: null } only] && only.Text == text && ShareList.SplitParallel(text) is [var same] && same == text) ? text : ShareList.Quoted(text);

    public static string Shared(string text, decimal? percentage) =>
        percentage is { } part ? string.Create(CultureInfo.InvariantCulture, $"{Single(text)} ({part:0.############################}%)") : Single(text);
}
