using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace ParisPact.Local.Functions;

/// <summary>Fills <c>%Setting%</c> in the texts of bindings.</summary>
internal static partial class SettingText
{
    /// <exception cref="FormatException">There is no such setting.</exception>
    public static string Fill(string text, IConfiguration settings) => Named().Replace(text, match =>
        settings[match.Groups[1].Value] is { Length: > 0 } value
            ? value
            : throw new FormatException($"'%{match.Groups[1].Value}%' does not resolve to a value."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Named();
}
