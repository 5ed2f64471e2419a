using System.Globalization;

namespace ParisPact.Local.Start;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">1 to 65535.</param>
/// <param name="Data">The folder of everything that is kept; null is <c>.local</c> at the root of the repository. A relative one is relative to the current directory.</param>
/// <param name="Samples">Load the sample partners and drop their files.</param>
/// <param name="Rest">Arguments that are not the runtime's own; they become configuration.</param>
internal sealed record CommandLine(int Port, string? Data, bool Samples, string[] Rest)
{
    public const string Usage = "Usage: dotnet run --project functions/App -- [--port 7071] [--data FOLDER] [--samples]";

    /// <exception cref="StartFailure">A value is missing or wrong.</exception>
    public static CommandLine Parse(string[] args)
    {
        var line = new CommandLine(7071, null, false, []);
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
                    line = line with { Data = value ?? Next(args, ref i) };
                    break;
                case "--samples":
                    line = line with { Samples = true };
                    break;
                default:
                    rest.Add(args[i]);
                    break;
            }
        }

        return line with { Rest = [.. rest] };
    }

    private static string Next(string[] args, ref int i) => ++i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal)
        ? args[i]
        : throw new StartFailure($"{args[i - 1]} needs a value. {Usage}");

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new StartFailure($"--port {text} is no port number (1 to 65535). {Usage}");
}
