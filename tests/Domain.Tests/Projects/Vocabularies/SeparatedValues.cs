using System.Text;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

/// <summary>Reads a small comma-separated file with quotes, for tests that look at real files.</summary>
internal static class SeparatedValues
{
    public static List<List<string>> Read(string path)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || letter is not (',' or '\n'))
            {
                cell.Append(letter);
            }
            else
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (letter == '\n')
                    rows.Add([]);
            }
        }

        return rows;
    }
}
