using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Which versions are asked for.</summary>
/// <param name="Before">Only versions below this one; null for the newest.</param>
/// <param name="Limit">1 to <see cref="LargestPage"/>.</param>
internal sealed record HistoryQuestion(int? Before, int Limit)
{
    public const string Mistake = "The limit is a number from 1 to 100, and the cursor is 'next' of the page before.";

    private const int LargestPage = 100;

    private const int UsualPage = 20;

    /// <summary>Null where the question cannot be understood.</summary>
    public static HistoryQuestion? Read(IQueryCollection query)
    {
        if (!Cursor.TryRead(query["cursor"], out var text)) return null;
        int? before = null;
        if (text is not null)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
            before = version;
        }

        var limit = UsualPage;
        if (query["limit"].ToString() is { Length: > 0 } given && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestPage)) return null;
        return new HistoryQuestion(before, limit);
    }

    public static string? CursorOf(int? before) => Cursor.Of(before?.ToString(CultureInfo.InvariantCulture));
}
