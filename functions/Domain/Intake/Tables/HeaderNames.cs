using System.Collections.Frozen;
using System.Collections.Immutable;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// The names of columns that are understood: the template's, and what spreadsheets in English, French, Spanish and Russian,
/// IATI's CSV exports, the OECD's CRS and AidData call the same. Case, accents, punctuation and white space do not matter.
/// </summary>
public static class HeaderNames
{
    private const int LongestText = 200;

    private static readonly Lazy<(FrozenDictionary<string, ColumnMeaning> ByKey, ImmutableArray<(string Key, string Name)> Names)> Register = new(Load);

    /// <summary>What a header means; null where it is not understood.</summary>
    public static ColumnMeaning? Find(string header)
    {
        if (header.Length is 0 or > LongestText) return null;
        if (header == "#") return new ColumnMeaning(TableField.Kept);
        if (header[0] == '#') return HxlTag.Read(header)?.Meaning;
        header = HeaderNumbering.Without(header);
        if (!header.Contains('%', StringComparison.Ordinal) && Listed(header) is { } plain) return plain;
        return OfWords(header) ?? HeaderLanguages.Agreed(header, OfWords);
    }

    private static ColumnMeaning? OfWords(string header)
    {
        var words = HeaderWords.Of(header);
        if (words.Bare.Length == 0) return null;
        var bare = Listed(words.Bare) ?? Role(words.Bare) ?? Prefixed(words.Bare, header);
        return bare is null ? null : words.Qualify(bare);
    }

    /// <summary><c>DAD Project No</c>, <c>MOI project code</c>: whose reference it is does not matter.</summary>
    private static ColumnMeaning? Prefixed(string bare, string header)
    {
        var end = header.IndexOf(' ', StringComparison.Ordinal);
        if (end is < 2 or > 6 || !header.AsSpan(0, end).ContainsAnyExceptInRange('a', 'z') || header.AsSpan(0, end).ContainsAnyExceptInRange('A', 'Z')) return null;
        var space = bare.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Listed(bare[(space + 1)..]) is { Field: TableField.Reference, Rank: 0 } reference ? reference with { Rank = 2 } : null;
    }

    /// <summary>The name of a column that a misspelt header probably means; null where none is near.</summary>
    public static string? Nearest(string header)
    {
        if (header.Length is < 4 or > 60 || header.Any(char.IsAsciiDigit)) return null;
        var key = Key(header);
        var most = Math.Min(2, key.Length / 4);
        string? best = null;
        foreach (var (candidate, name) in Register.Value.Names)
        {
            if (candidate.Length <= 3 || EditDistance.Within(key, candidate, most) is not { } distance) continue;
            if (distance == most && best is not null) continue;
            (best, most) = (name, distance);
        }

        return best;
    }

    /// <summary>Folded, without white space: <c>ProjectTitle</c>, <c>project_title</c> and <c>Project title*</c> are one.</summary>
    internal static string Key(string header) => Folding.Fold(header).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The names whose columns are fields of a project, with their keys.</summary>
    internal static IEnumerable<(string Key, string Name)> All => Register.Value.Names;

    internal static bool IsListed(string text) => Register.Value.ByKey.ContainsKey(Key(text));

    private static ColumnMeaning? Listed(string text) => Register.Value.ByKey.GetValueOrDefault(Key(text));

    private static ColumnMeaning? Role(string text) =>
        text.Length <= 40 && !char.IsAsciiDigit(text[0]) && OrganisationRoles.Find(text).TryGet(out var role) ? new ColumnMeaning(TableField.Organisation) { Role = role } : null;

    private static (FrozenDictionary<string, ColumnMeaning>, ImmutableArray<(string, string)>) Load()
    {
        var rows = Table.Read("headers.tsv", row => (
            Meaning: MeaningOf(Enum.Parse<TableField>(row["field"]), Enum.Parse<TablePart>(row["part"]), row["detail"], row["rank"][0] - '0'),
            Names: row.List("names")));
        var names = rows.SelectMany(row => row.Names.Select(name => (Key: Key(name), Name: name, row.Meaning)))
            .Where(name => name.Key.Length > 0)
            .DistinctBy(name => name.Key)
            .ToImmutableArray();
        return (names.ToFrozenDictionary(name => name.Key, name => name.Meaning), [.. names.Where(name => name.Meaning.Field is not (TableField.Kept or TableField.Ours or TableField.Details)).Select(name => (name.Key, name.Name))]);
    }

    private static ColumnMeaning MeaningOf(TableField field, TablePart part, string detail, int rank)
    {
        var meaning = new ColumnMeaning(field, part) { Rank = rank };
        return field switch
        {
            TableField.Organisation => meaning with { Role = detail.Length == 0 ? null : Enum.Parse<OrganisationRole>(detail) },
            TableField.Money when detail.StartsWith("Other", StringComparison.Ordinal) => meaning with { Kind = MoneyKind.Other, TransactionType = detail[5..] },
            TableField.Money => meaning with { Kind = detail.Length == 0 ? null : Enum.Parse<MoneyKind>(detail) },
            TableField.Description or TableField.Related => meaning with { Type = detail[0] - '0' },
            _ => meaning,
        };
    }
}
