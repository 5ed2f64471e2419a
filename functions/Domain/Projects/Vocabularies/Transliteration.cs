using System.Collections.Frozen;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// Letters that no decomposition turns into plain Latin ones. Lower case, after decomposition: <c>й</c> has become <c>и</c>
/// by then, and <c>ё</c> has become <c>е</c>.
/// </summary>
/// <remarks>
/// Russian as in BGN/PCGN 1947 without its apostrophes; the letters of Kazakh, Kyrgyz, Tajik and Uzbek by their nearest Latin
/// letter, so that <c>Ғарбий</c> and <c>Gharbii</c> fold alike. It serves comparison and is not for display.
/// </remarks>
internal static class Transliteration
{
    public static FrozenDictionary<char, string> Latin { get; } = new Dictionary<char, string>
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "kh",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "shch",
        ['ъ'] = "",
        ['ы'] = "y",
        ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "yu",
        ['я'] = "ya",
        ['і'] = "i",
        ['є'] = "ie",
        ['ґ'] = "g",
        ['ә'] = "a",
        ['ғ'] = "gh",
        ['қ'] = "q",
        ['ң'] = "ng",
        ['ө'] = "o",
        ['ұ'] = "u",
        ['ү'] = "u",
        ['һ'] = "h",
        ['ҳ'] = "h",
        ['ҷ'] = "j",
        ['ј'] = "j",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ŋ'] = "ng",
        ['ə'] = "a",

        // Persian and Pashto keyboards and Arabic ones write the same letter with different code points.
        ['ي'] = "ی",
        ['ى'] = "ی",
        ['ې'] = "ی",
        ['ۍ'] = "ی",
        ['ك'] = "ک",
        ['ة'] = "ه",
        ['ۀ'] = "ه",
    }.ToFrozenDictionary();
}
