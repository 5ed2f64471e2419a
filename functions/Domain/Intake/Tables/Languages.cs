namespace ParisPact.Domain.Intake.Tables;

/// <summary>Languages as files name them.</summary>
internal static class Languages
{
    /// <summary>ISO 639-1 code in lower case; null where the text names no language.</summary>
    public static string? CodeOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length >= 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && (text.Length == 2 || text[2] is '-' or '_'))
            return text[..2].ToString().ToLowerInvariant();
        return text.Length > 20 ? null : text.ToString().ToLowerInvariant() switch
        {
            "english" or "anglais" or "inglés" or "английский" => "en",
            "french" or "français" or "francés" or "французский" => "fr",
            "spanish" or "espagnol" or "español" or "испанский" => "es",
            "russian" or "russe" or "ruso" or "русский" => "ru",
            "german" or "deutsch" or "allemand" or "немецкий" => "de",
            "dari" or "farsi" or "persian" => "fa",
            "pashto" => "ps",
            "tajik" => "tg",
            "uzbek" => "uz",
            "kazakh" => "kk",
            "kyrgyz" => "ky",
            "turkmen" => "tk",
            _ => null,
        };
    }
}
