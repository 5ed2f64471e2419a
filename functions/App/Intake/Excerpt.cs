namespace ParisPact.Functions.Intake;

/// <summary>Words of a partner inside a message of ours: at most 200 characters, and none that a terminal or a page would act upon.</summary>
internal static class Excerpt
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? '�' : letter));
        if (clean.Length <= Longest) return clean;
        var end = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
        return clean[..end] + "…";
    }
}
