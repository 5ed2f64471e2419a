using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Projects;
using ParisPact.Functions;

namespace ParisPact.Tests.House;

/// <summary>What everybody who works in the house may rely on.</summary>
public sealed partial class The_house
{
    private static readonly string[] NamesThatSayNothing = ["Models", "Helpers", "Common", "Services", "Extensions", "Utils", "Misc"];

    [Fact]
    public void Its_domain_leans_on_nothing_but_the_framework()
    {
        Assert.All(typeof(Project).Assembly.GetReferencedAssemblies(), assembly => Assert.StartsWith("System", assembly.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_architecture_names_every_function()
    {
        var functions = typeof(Settings).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToList();
        Assert.NotEmpty(functions);
        Assert.All(functions, name => Assert.Contains($"`{name}`", Architecture, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_architecture_and_its_sample_name_every_setting()
    {
        var settings = typeof(Settings).GetProperties()
            .SelectMany(section => section.PropertyType.GetProperties().Select(setting => $"{section.Name}:{setting.Name}")).ToList();
        Assert.NotEmpty(settings);
        var sample = File.ReadAllText(Path.Combine(Root, "local.settings.sample.json"));
        Assert.All(settings, name => Assert.Contains($"`{name}`", Architecture, StringComparison.Ordinal));
        Assert.All(settings, name => Assert.Contains($"\"{name}\"", sample, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_architecture_names_every_table_and_container()
    {
        var names = Sources("functions/App").SelectMany(file => StorageName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("Projects", names);
        Assert.Contains("receipts", names);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", Architecture, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_folders_have_names_that_say_something()
    {
        var folders = Sources(".").Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!)).Distinct();
        Assert.All(folders, folder => Assert.DoesNotContain(folder.Split(Path.DirectorySeparatorChar), NamesThatSayNothing.Contains));
    }

    private static string Root { get; } = FindRoot();

    private static string Architecture { get; } = File.ReadAllText(Path.Combine(Root, "ARCHITECTURE.md"));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built().IsMatch(Path.GetRelativePath(Root, file)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ParisPact.Functions.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }

    [GeneratedRegex("""(?:names\.(?:Table|Container)\(|TableAsync\(|ContainerAsync\(|const string (?:Table|Container) = )"([A-Za-z-]+)""")]
    private static partial Regex StorageName();

    [GeneratedRegex(@"(^|[\\/])(bin|obj|node_modules)[\\/]")]
    private static partial Regex Built();
}
