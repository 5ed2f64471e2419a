using Microsoft.AspNetCore.Http;

namespace ParisPact.Functions.Platform;

/// <summary>Words of a query.</summary>
internal static class Flags
{
    /// <summary>True for <c>true</c>, <c>1</c>, <c>yes</c> and for the bare name; false where it is missing or says no; null for anything else.</summary>
    public static bool? Read(HttpRequest request, string name)
    {
        if (!request.Query.TryGetValue(name, out var values)) return false;
        return values.ToString().Trim().ToLowerInvariant() switch
        {
            "" or "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => null,
        };
    }

    /// <summary>A whole number in a range; the default where it is missing; null where it is none.</summary>
    public static int? Number(HttpRequest request, string name, int byDefault, int least, int most)
    {
        if (request.Query[name].ToString() is not { Length: > 0 } text) return byDefault;
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }
}
