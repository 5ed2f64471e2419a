using System.IO.Compression;
using ParisPact.Domain.Duplicates.Linkage;
using Sylvan.Data.Csv;

namespace ParisPact.Benchmarks.Matching;

/// <summary>Records of one or two files, and which of them are the same.</summary>
/// <param name="Ids">Of each record, as its file has it.</param>
/// <param name="Right">The place of the first record of the second file; null where there is one file.</param>
/// <param name="Columns">By the names of their headers.</param>
/// <param name="Truth">The pairs that are the same.</param>
/// <param name="Related">The pairs that are of one family and not the same; null where nobody says.</param>
internal sealed record LabelledSet(IReadOnlyList<string> Ids, int? Right, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns, HashSet<ulong> Truth, HashSet<ulong>? Related)
{
    public int Count => Ids.Count;

    /// <summary>Two files are compared with each other, one with itself.</summary>
    public bool MayMatch(int one, int other) => Right is not { } right || one < right != other < right;

    /// <exception cref="InvalidDataException">A file lacks a column, or cannot be read.</exception>
    public static LabelledSet Read(MatchArguments arguments, FieldsFile fields)
    {
        string[] wanted = [fields.Id, .. fields.Fields.Select(static field => field.Column), .. new[] { fields.Source, arguments.Cluster, arguments.Seeds, arguments.Related }.OfType<string>()];
        var columns = wanted.Distinct().ToDictionary(static name => name, static _ => new List<string>());
        int? right = null;
        foreach (var file in new[] { arguments.Left, arguments.Right }.OfType<string>())
        {
            if (file == arguments.Right) right = columns[fields.Id].Count;
            Take(file, columns);
        }

        var set = new LabelledSet(columns[fields.Id], right, columns.ToDictionary(static column => column.Key, static IReadOnlyList<string> (column) => column.Value), [], null);
        return set with
        {
            Truth = arguments.Truth is { } truth ? set.Named(truth) : set.Alike(arguments.Cluster!, null),
            Related = arguments.Related is { } family ? set.Alike(family, arguments.Cluster) : null,
        };
    }

    private HashSet<ulong> Alike(string column, string? but) => Alike(Columns[column], but is null ? null : Columns[but]);

    /// <summary>The pairs with one value; without those that have one in the other column as well.</summary>
    public HashSet<ulong> Alike(IReadOnlyList<string> values, IReadOnlyList<string>? others = null)
    {
        var pairs = new HashSet<ulong>();
        foreach (var same in Enumerable.Range(0, Count).Where(record => values[record].Length > 0).GroupBy(record => values[record]))
        {
            var records = same.ToArray();
            for (var one = 0; one < records.Length; one++)
                for (var other = one + 1; other < records.Length; other++)
                    if (MayMatch(records[one], records[other]) && (others is null || others[records[one]] != others[records[other]])) pairs.Add(RecordPair.Of(records[one], records[other]).Packed);
        }

        return pairs;
    }

    private HashSet<ulong> Named(string file)
    {
        var places = Enumerable.Range(0, Count).ToLookup(record => (Ids[record], Right is { } right && record >= right));
        var pairs = new HashSet<ulong>();
        using var text = Text(file);
        var header = text.ReadLine() ?? "";
        var separator = Array.Find(Separators, candidate => header.Split(candidate).Length == 2);
        while (text.ReadLine() is { Length: > 0 } line)
        {
            var ids = line.Split(separator);
            if (ids.Length != 2) throw new InvalidDataException($"A line of {file} does not hold two ids: {line}");
            foreach (var one in places[(ids[0].Trim('"', ' '), false)])
                foreach (var other in places[(ids[1].Trim('"', ' '), Right is not null)]) pairs.Add(RecordPair.Of(one, other).Packed);
        }

        return pairs;
    }

    private static readonly char[] Separators = [',', ';', '\t', '|', '#', '%'];

    private static void Take(string file, Dictionary<string, List<string>> columns)
    {
        string header;
        using (var text = Text(file)) header = text.ReadLine() ?? throw new InvalidDataException($"{file} is empty.");
        // The separator by which the header holds every column that is asked for.
        var separator = Separators.Where(candidate => columns.Keys.All(header.Split(candidate).Select(Bare).Contains)).Select(static candidate => (char?)candidate).FirstOrDefault()
            ?? throw new InvalidDataException($"The header of {file} lacks one of the columns {string.Join(", ", columns.Keys)}: {header}");
        using var source = Text(file);
        using var rows = CsvDataReader.Create(source, new CsvDataReaderOptions { Delimiter = separator, BufferSize = 1 << 20 });
        var places = columns.Keys.ToDictionary(static name => name, name => Enumerable.Range(0, rows.FieldCount).First(at => Bare(rows.GetName(at)) == name));
        while (rows.Read())
            foreach (var (name, values) in columns) values.Add(places[name] < rows.RowFieldCount ? rows.GetString(places[name]).Trim() : "");
    }

    private static string Bare(string name) => name.Trim(' ', '"', '\uFEFF');

    private static StreamReader Text(string file)
    {
        Stream bytes = File.OpenRead(file);
        return new StreamReader(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
    }
}
