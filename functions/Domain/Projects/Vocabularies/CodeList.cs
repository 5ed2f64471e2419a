using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A small code list whose numbers are an enumeration: table columns <c>code en fr es ru other</c>.</summary>
internal sealed class CodeList<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<T, string> _names;
    private readonly Lexicon<T> _lexicon;

    private CodeList(FrozenDictionary<T, string> names, Lexicon<T> lexicon) => (_names, _lexicon) = (names, lexicon);

    public static CodeList<T> Load(string table)
    {
        var rows = Table.Read(table, row => (
            Value: (T)Enum.ToObject(typeof(T), int.Parse(row["code"], CultureInfo.InvariantCulture)),
            Name: row["en"],
            Spellings: row.List("other").Union([row["code"], row["en"], row["fr"], row["es"], row["ru"]]).ToImmutableArray()));
        var names = rows.ToFrozenDictionary(row => row.Value, row => row.Name);

        // "2 - Implementation" and "Implementation (2)" are as usual in spreadsheets as either part alone.
        var spellings = rows.SelectMany(row => row.Spellings
            .SelectMany(spelling => new[] { spelling, $"{Number(row.Value)} {spelling}", $"{spelling} {Number(row.Value)}" })
            .Append($"{Number(row.Value)}.0")
            .Select(spelling => (spelling, row.Value)));
        return new CodeList<T>(names, Lexicon<T>.Of(spellings, value => names[value]));
    }

    public string Name(T value) => _names.GetValueOrDefault(value) ?? Number(value);

    public VocabularyMatch<T> Find(string? text) => _lexicon.Find(text);

    private static string Number(T value) => value.ToString("D");
}
