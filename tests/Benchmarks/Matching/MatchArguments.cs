namespace ParisPact.Benchmarks.Matching;

/// <summary>What the evaluator is asked: <c>--left A.csv [--right B.csv] --fields fields.json (--truth pairs.csv | --cluster column) [--seeds column] [--related column]</c>.</summary>
internal sealed record MatchArguments(string Left, string? Right, string Fields, string? Truth, string? Cluster, string? Seeds, string? Related)
{
    private static readonly string[] Names = ["left", "right", "fields", "truth", "cluster", "seeds", "related"];

    /// <exception cref="InvalidDataException">The arguments are not as they should be; the message says how.</exception>
    public static MatchArguments Read(ReadOnlySpan<string> arguments)
    {
        var given = new Dictionary<string, string>();
        for (var at = 0; at < arguments.Length; at += 2)
        {
            var name = arguments[at].StartsWith("--", StringComparison.Ordinal) ? arguments[at][2..] : "";
            if (!Names.Contains(name)) throw new InvalidDataException($"There is no option {arguments[at]}. Options are {string.Join(", ", Names.Select(static known => "--" + known))}.");
            if (at + 1 == arguments.Length) throw new InvalidDataException($"--{name} needs a value.");
            given[name] = arguments[at + 1];
        }

        if (given.GetValueOrDefault("left") is not { } left || given.GetValueOrDefault("fields") is not { } fields) throw new InvalidDataException("--left and --fields are needed.");
        if (given.ContainsKey("truth") == given.ContainsKey("cluster")) throw new InvalidDataException("One of --truth and --cluster is needed.");
        return new MatchArguments(left, given.GetValueOrDefault("right"), fields, given.GetValueOrDefault("truth"), given.GetValueOrDefault("cluster"), given.GetValueOrDefault("seeds"), given.GetValueOrDefault("related"));
    }
}
