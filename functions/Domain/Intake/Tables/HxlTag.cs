using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>A hashtag of the Humanitarian Exchange Language with its attributes, such as <c>#adm1+name+en</c>.</summary>
/// <param name="Tag">In lower case, with its <c>#</c>.</param>
/// <remarks>Source: HXL 1.1 core hashtags and attributes; <c>#activity_id</c> and the like are of the drafts before 1.0.</remarks>
public sealed record HxlTag(string Tag, ImmutableArray<string> Attributes)
{
    /// <summary>What its column means for a project; null where it is nothing of ours.</summary>
    public ColumnMeaning? Meaning => HxlMeanings.Of(this);

    /// <summary>Reads a tag; null where the text is none.</summary>
    public static HxlTag? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is < 2 or > 100 || trimmed[0] != '#') return null;
        var parts = trimmed[1..].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !char.IsAsciiLetter(parts[0][0]) || !parts.All(part => part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))) return null;
        var tag = parts[0].ToLowerInvariant();
        var attributes = parts.Skip(1).Select(part => part.ToLowerInvariant());
        // The drafts joined what attributes say today.
        var joined = tag.IndexOf('_', StringComparison.Ordinal);
        return joined > 0
            ? new HxlTag("#" + tag[..joined], [tag[(joined + 1)..], .. attributes])
            : new HxlTag("#" + tag, [.. attributes]);
    }

    public bool Has(params ReadOnlySpan<string> any)
    {
        foreach (var attribute in any)
            if (Attributes.Contains(attribute)) return true;
        return false;
    }
}
