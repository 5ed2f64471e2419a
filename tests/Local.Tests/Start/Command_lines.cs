using ParisPact.Local.Start;

namespace ParisPact.Tests.Start;

public sealed class Command_lines : DataFolder
{
    [Fact]
    public void Nothing_is_the_usual_port_and_the_usual_folder()
    {
        var line = CommandLine.Parse([]);
        Assert.Equal((7071, null, false), (line.Port, line.Data, line.Samples));
    }

    [Theory]
    [InlineData("--samples", "--port", "8080", "--data", "x")]
    [InlineData("--port=8080", "--data=x", "--samples")]
    public void Order_and_spelling_do_not_matter(params string[] args)
    {
        var line = CommandLine.Parse(args);
        Assert.Equal((8080, "x", true), (line.Port, line.Data, line.Samples));
    }

    [Fact]
    public void What_is_not_ours_is_the_apps() =>
        Assert.Equal(["--Logging:LogLevel:Default", "Debug", "--Zone=a=b"], CommandLine.Parse(["--Logging:LogLevel:Default", "Debug", "--Zone=a=b", "--samples"]).Rest);

    [Theory]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--port needs a value", "--port", "--samples")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--port 0 is no port number (1 to 65535)", "--port", "0")]
    [InlineData("--port 65536 is no port number (1 to 65535)", "--port", "65536")]
    [InlineData("--port -1 is no port number (1 to 65535)", "--port", "-1")]
    [InlineData("--data needs a value", "--data=")]
    [InlineData("--data needs a value", "--data", "")]
    [InlineData("--samples takes no value", "--samples=false")]
    [InlineData("There is no option '--sample'", "--sample")]
    [InlineData("There is no option 'samples'", "samples")]
    [InlineData("There is no option '--'", "--")]
    [InlineData("--Mail:Host needs a value", "--Mail:Host", "--samples")]
    public void What_is_wrong_is_told_with_the_usage(string problem, params string[] args) =>
        Assert.Equal($"{problem}. {CommandLine.Usage}", Assert.Throws<StartFailure>(() => CommandLine.Parse(args)).Message);

    [Fact]
    public void Local_settings_are_read_as_Core_Tools_reads_them()
    {
        var file = Path.Combine(Data, "local.settings.json");
        File.WriteAllText(file, """
            {
              // comments are allowed
              "IsEncrypted": false,
              "Values": { "Mail:Host": "the last one counts", "Mail__Host": "localhost", "Mail:Port": "1025", "PATH": "the environment wins" },
            }
            """);
        Assert.Equal(
            new Dictionary<string, string?> { ["Mail:Host"] = "localhost", ["Mail:Port"] = "1025" },
            LocalSettings.Read(file));
        Assert.Empty(LocalSettings.Read(Path.Combine(Data, "none.json")));
        File.WriteAllText(file, "{");
        Assert.Throws<StartFailure>(() => LocalSettings.Read(file));
    }
}
