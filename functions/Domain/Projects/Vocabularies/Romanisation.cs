namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Latin spellings that systems other than <see cref="Transliteration"/> make of Cyrillic names.</summary>
internal static class Romanisation
{
    /// <summary>
    /// A spelling, and for a Cyrillic one also the Latin spellings that other systems than the one above make of it:
    /// Yekaterinburg and Ekaterinburg, Tashkentskaja and Taskentskaja, Krasnojarskij, Krasnoyarskiy.
    /// </summary>
    public static IEnumerable<string> SpellingsOf(string spelling)
    {
        yield return spelling;
        if (!spelling.Any(letter => letter is >= 'Ѐ' and <= 'ӿ'))
            yield break;
        foreach (var system in Systems)
            yield return string.Concat(spelling.ToLowerInvariant().Index().Select(letter => system(letter.Item, letter.Index == 0 || !char.IsLetter(spelling[letter.Index - 1]))));
    }

    private static readonly Func<char, bool, string>[] Systems =
    [
        // BGN/PCGN with its initial "ye" and the final "y" that folding loses: Yevreyskaya, Krasnoyarskiy.
        (letter, isInitial) => letter switch
        {
            'е' when isInitial => "ye",
            'й' => "y",
            _ => letter.ToString(),
        },
        // GOST 1983, as ISO 3166-2 cites it, with and without its digraphs: Kaluzhskaja, Habarovskij, Lipeckaja.
        (letter, _) => letter switch
        {
            'й' => "j",
            'ю' => "ju",
            'я' => "ja",
            'х' => "h",
            'ц' => "c",
            'э' => "e",
            _ => letter.ToString(),
        },
        // The scientific system, its carons lost: Celjabinskaja, Taskentskaja.
        (letter, _) => letter switch
        {
            'й' => "j",
            'ю' => "ju",
            'я' => "ja",
            'х' => "h",
            'ц' => "c",
            'ж' => "z",
            'ч' => "c",
            'ш' => "s",
            'щ' => "sc",
            _ => letter.ToString(),
        },
        // The Library of Congress, its ligatures lost: Riazan, Tiumen.
        (letter, _) => letter switch
        {
            'ю' => "iu",
            'я' => "ia",
            _ => letter.ToString(),
        },
    ];
}
