using System.Text.RegularExpressions;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>The framework's messages about schemas, made readable: without datatypes' addresses and without lists of forty names.</summary>
internal static partial class SchemaMessage
{
    private const int NamesShown = 6;

    public static string Shorten(string message)
    {
        var plain = Datatype().Replace(message, "$1");
        plain = AnyOther().Replace(plain, "");
        plain = Expected().Replace(plain, match => "expected is " + FewOf(match.Groups[1].Value));
        plain = plain.Replace("List of possible elements expected: ", "Expected: ", StringComparison.Ordinal);
        return plain.Length <= 400 ? plain : plain[..399] + "…";
    }

    private static string FewOf(string names)
    {
        var all = names.Split(", ");
        return all.Length <= NamesShown ? names : string.Join(", ", all.Take(NamesShown)) + $" or {all.Length - NamesShown} others";
    }

    [GeneratedRegex(@"'http://www\.w3\.org/2001/XMLSchema:(\w+)'")]
    private static partial Regex Datatype();

    [GeneratedRegex(@",? as well as any element in namespace '##other'")]
    private static partial Regex AnyOther();

    [GeneratedRegex(@"List of possible elements expected: '([^']*)'")]
    private static partial Regex Expected();
}
