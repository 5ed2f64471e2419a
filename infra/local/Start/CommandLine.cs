using System.Globalization;

namespace ParisPact.Local.Start;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">1 to 65535.</param>
/// <param name="Data">The folder of everything that is kept; null is <c>.local</c> at the root of the repository. A relative one is relative to the current directory.</param>
/// <param name="Samples">Load the sample partners and drop their files.</param>
/// <param name="Help">Say what there is to ask for, and do nothing.</param>
/// <param name="Rest">Settings of the app, as <c>--Section:Name value</c> or <c>--Name=value</c>; they become configuration.</param>
internal sealed record CommandLine(int Port, string? Data, bool Samples, bool Help, string[] Rest)
{
    public const string Usage = "Usage: dotnet run --project functions/App -- [--port 7071] [--data FOLDER] [--samples]";

    public const string Explanation = $"""
        {Usage}

          --port NUMBER    where to serve, on this machine only; 7071 without it
          --data FOLDER    where everything is kept; .local in the repository without it
          --samples        load the sample partners and drop their files
          --help           this text

        A setting of the app is given as --Section:Name VALUE or --Name=VALUE.
        """;

    /// <exception cref="StartFailure">An option is unknown, or its value is missing or wrong.</exception>
    public static CommandLine Parse(string[] args)
    {
        var line = new CommandLine(7071, null, false, false, []);
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            switch (name)
            {
                case "--port":
                    line = line with { Port = ReadPort(value ?? Next(args, ref i)) };
                    break;
                case "--data":
                    line = line with { Data = NotEmpty(name, value ?? Next(args, ref i)) };
                    break;
                case "--samples" when value is null:
                    line = line with { Samples = true };
                    break;
                case "--samples":
                    throw new StartFailure($"{name} takes no value. {Usage}");
                case "--help" or "-h" or "-?" or "/?":
                    line = line with { Help = true };
                    break;
                case ['-', '-', _, ..] when value is not null:
                    rest.Add(args[i]);
                    break;
                case ['-', '-', _, ..] when name.Contains(':', StringComparison.Ordinal):
                    rest.AddRange([name, Next(args, ref i)]);
                    break;
                default:
                    throw new StartFailure($"There is no option '{args[i]}'. {Usage}");
            }
        }

        return line with { Rest = [.. rest] };
    }

    private static string Next(string[] args, ref int i) => ++i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal)
        ? args[i]
        : throw new StartFailure($"{args[i - 1]} needs a value. {Usage}");

    private static string NotEmpty(string name, string value) => value.Length > 0 ? value : throw new StartFailure($"{name} needs a value. {Usage}");

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new StartFailure($"--port {text} is no port number (1 to 65535). {Usage}");
}
