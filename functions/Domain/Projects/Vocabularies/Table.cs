using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// A table that is part of this assembly: tab-separated UTF-8, a header line, lines that begin with <c>#</c> passed over.
/// A missing cell at the end of a line is empty. What is wrong with a table is a bug, and throws when it is first read.
/// </summary>
internal static class Table
{
    public static ImmutableArray<T> Read<T>(string name, Func<Row, T> read)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<T>();
        Dictionary<string, int>? columns = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (columns is null)
                columns = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index, StringComparer.Ordinal);
            else
                rows.Add(read(new Row(columns, cells)));
        }

        return rows.ToImmutable();
    }

    public readonly struct Row(IReadOnlyDictionary<string, int> columns, string[] cells)
    {
        /// <summary>The trimmed text of a cell; empty when the line is shorter.</summary>
        public string this[string column] => columns[column] is var at && at < cells.Length ? cells[at].Trim() : "";

        /// <summary>The cells from a column on, to the end of the line.</summary>
        public ImmutableArray<string> Rest(string column) => [.. cells[columns[column]..]];

        /// <summary>The parts of a cell between bars, without empty ones.</summary>
        public ImmutableArray<string> List(string column) =>
            [.. this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
