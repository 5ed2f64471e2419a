using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace ParisPact.Functions.Projects;

/// <summary>Keys of projects in a row of table <c>Changes</c>, spread over as many properties as they need: <c>Keys0</c>, <c>Keys1</c> and so on.</summary>
internal static class ChangedKeys
{
    /// <summary>Some 130 KB of text, of the 1 MB that a row may hold.</summary>
    public const int InRow = 10 * InProperty;

    /// <summary>Their text stays well under a property's 32 Ki characters.</summary>
    private const int InProperty = 400;

    /// <param name="keys">At most <see cref="InRow"/>.</param>
    public static TableEntity Into(TableEntity row, IReadOnlyCollection<ChangedKey> keys)
    {
        var part = 0;
        foreach (var some in keys.Chunk(InProperty)) row[$"Keys{part++}"] = TextOf(some);
        return row;
    }

    public static ImmutableArray<ChangedKey> From(TableEntity row)
    {
        var keys = ImmutableArray.CreateBuilder<ChangedKey>();
        for (var part = 0; row.GetString($"Keys{part}") is { } text; part++) Read(text, keys);
        return keys.ToImmutable();
    }

    /// <summary>One line for each partition: the partition, then <c>row.version</c> for each key.</summary>
    private static string TextOf(IEnumerable<ChangedKey> keys)
    {
        var text = new StringBuilder();
        foreach (var partition in keys.GroupBy(static changed => changed.Key.Partition))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(partition.Key);
            foreach (var changed in partition) text.Append(CultureInfo.InvariantCulture, $" {changed.Key.Row}.{changed.Version}");
        }

        return text.ToString();
    }

    private static void Read(string text, ImmutableArray<ChangedKey>.Builder keys)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            foreach (var word in words.AsSpan(1))
                keys.Add(new ChangedKey(
                    new ProjectKey(words[0], word[..ProjectKey.RowLength]),
                    int.Parse(word.AsSpan(ProjectKey.RowLength + 1), CultureInfo.InvariantCulture)));
        }
    }
}
