namespace ParisPact.Domain.Intake.Tables;

/// <summary>Headers that say the same in two languages: <c>Project title / Название проекта</c>, <c>Country (Страна)</c>.</summary>
internal static class HeaderLanguages
{
    /// <summary>What the parts mean, where they agree. A part that is not understood is passed over where it is in another script than one that is.</summary>
    public static ColumnMeaning? Agreed(string header, Func<string, ColumnMeaning?> find)
    {
        var parts = Parts(header);
        if (parts.Count < 2) return null;
        ColumnMeaning? agreed = null;
        var latin = false;
        foreach (var part in parts)
        {
            if (find(part) is not { } meaning) continue;
            if (agreed is not null && (meaning.Field, meaning.Part, meaning.Kind, meaning.Role) != (agreed.Field, agreed.Part, agreed.Kind, agreed.Role)) return null;
            (agreed, latin) = (meaning, IsLatin(part));
        }

        return agreed is not null && parts.TrueForAll(part => IsLatin(part) != latin || find(part) is not null) ? agreed : null;
    }

    private static bool IsLatin(string text) => text.AsSpan().IndexOfAnyInRange('\u0400', '\u06FF') < 0;

    private static List<string> Parts(string header)
    {
        var parts = header.Split('/', '|').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count > 1) return parts;
        // Without a mark between them, the script tells two languages apart.
        var first = header.AsSpan().IndexOfAnyInRange('\u0400', '\u06FF');
        if (first < 0) return parts;
        var latin = header.AsSpan().IndexOfAnyInRange('A', 'z');
        if (latin < 0) return parts;
        var at = latin < first ? first : latin;
        while (at > 0 && header[at - 1] is '(' or '[' or '№') at--;
        return [header[..at].Trim(), header[at..].Trim(' ', '(', ')', '[', ']')];
    }
}
