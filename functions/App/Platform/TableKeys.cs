using System.Globalization;
using System.Text;

namespace ParisPact.Functions.Platform;

/// <summary>Keys that Table Storage takes. The emulator takes more than Azure does, so they are checked here.</summary>
internal static class TableKeys
{
    /// <summary>In UTF-16 characters: 1 KiB.</summary>
    public const int MaximumLength = 512;

    /// <summary>
    /// Text as it can stand in a key: letters, digits and other harmless characters as they are, everything that Table Storage forbids, and
    /// <c>~</c> itself, as <c>~</c> and four hex digits. Different texts give different keys, and the order of harmless texts stays.
    /// </summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter != '~' && IsAllowed(letter))
            {
                escaped?.Append(letter);
                continue;
            }

            escaped ??= new StringBuilder(text, 0, index, text.Length + 16);
            escaped.Append(CultureInfo.InvariantCulture, $"~{(int)letter:X4}");
        }

        return escaped?.ToString() ?? text;
    }

    /// <exception cref="ArgumentException">The key has a character that Table Storage forbids, or is too long.</exception>
    public static void Guard(string? key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length > MaximumLength) throw new ArgumentException($"A key of {key.Length} characters: at most {MaximumLength} are allowed.");
        foreach (var letter in key)
            if (!IsAllowed(letter)) throw new ArgumentException($"A key with the character U+{(int)letter:X4}, which Table Storage forbids.");
    }

    private static bool IsAllowed(char letter) =>
        letter is not ('/' or '\\' or '#' or '?' or '%' or '+') && !char.IsControl(letter) && !char.IsSurrogate(letter);
}
