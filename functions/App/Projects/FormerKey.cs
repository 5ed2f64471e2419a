using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Functions.Projects;

/// <summary>A key that a renamed project had, under which its history up to a version still lies.</summary>
/// <param name="Until">The last version under this key.</param>
internal readonly record struct FormerKey(ProjectKey Key, int Until)
{
    public static string? TextOf(ImmutableArray<FormerKey> keys) =>
        keys.IsEmpty ? null : string.Join(';', keys.Select(static key => string.Create(CultureInfo.InvariantCulture, $"{key.Key.Partition} {key.Key.Row} {key.Until}")));

    public static ImmutableArray<FormerKey> From(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        return [.. text.Split(';').Select(static part => part.Split(' ')).Select(static words =>
            new FormerKey(new ProjectKey(words[0], words[1]), int.Parse(words[2], CultureInfo.InvariantCulture)))];
    }
}
