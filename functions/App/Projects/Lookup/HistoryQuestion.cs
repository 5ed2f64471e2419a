using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Which versions are asked for.</summary>
/// <param name="Before">Only versions below this one; null for the newest.</param>
/// <param name="Limit">1 to <see cref="LargestPage"/>.</param>
internal sealed record HistoryQuestion(int? Before, int Limit)
{
    private const int LargestPage = 100;

    private const int UsualPage = 20;

    /// <summary>The question, or everything that is wrong with it.</summary>
    public static (HistoryQuestion? Question, IReadOnlyList<FieldError> Errors) Read(HttpRequest request)
    {
        var errors = new List<FieldError>();
        if (!TryCursor(request.Query["cursor"], out var before)) errors.Add(new FieldError("cursor", Cursor.Mistake));
        var limit = Flags.Number(request, "limit", UsualPage, 1, LargestPage);
        if (limit is null) errors.Add(new FieldError("limit", $"The limit is a number from 1 to {LargestPage}."));
        return errors.Count > 0 ? (null, errors) : (new HistoryQuestion(before, limit!.Value), []);
    }

    public static string? CursorOf(int? before) => Cursor.Of(before?.ToString(CultureInfo.InvariantCulture));

    private static bool TryCursor(string? word, out int? before)
    {
        before = null;
        if (!Cursor.TryRead(word, out var text)) return false;
        if (text is null) return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1) return false;
        before = version;
        return true;
    }
}
