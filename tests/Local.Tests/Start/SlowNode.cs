namespace ParisPact.Tests.Start;

/// <summary>A PATH whose <c>node</c> stops at one of its calls until it is told to go on, and says so in a file.</summary>
internal sealed class SlowNode
{
    private readonly string folder;

    /// <param name="call">What the first argument of that call ends with.</param>
    public SlowNode(string folder, string call)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for Node is a shell script.");
            throw new PlatformNotSupportedException();
        }

        this.folder = Directory.CreateDirectory(folder).FullName;
        var paths = Environment.GetEnvironmentVariable("PATH")!;
        var node = paths.Split(':').Select(path => System.IO.Path.Combine(path, "node")).First(File.Exists);
        var script = System.IO.Path.Combine(folder, "node");
        File.WriteAllText(script, $"""
            #!/bin/sh
            case "$1" in
              *{call}) echo $$ > "{folder}/pid.new"; mv "{folder}/pid.new" "{folder}/pid"; while [ -d "{folder}" ] && [ ! -f "{folder}/go" ]; do sleep 0.1; done ;;
            esac
            exec {node} "$@"

            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Path = $"{folder}:{paths}";
    }

    public string Path { get; }

    /// <summary>Waits until the call has come, and gives its process.</summary>
    public async Task<int> Called()
    {
        await Poll.Until(() => File.Exists(System.IO.Path.Combine(folder, "pid")), 60, "Node was not called.");
        return int.Parse(await File.ReadAllTextAsync(System.IO.Path.Combine(folder, "pid")), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void GoOn() => File.WriteAllText(System.IO.Path.Combine(folder, "go"), "");
}
