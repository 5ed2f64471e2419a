using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

/// <summary>Files of others, beside the repository in <c>../shared/data</c>: never copied into it, and not there for everybody.</summary>
internal static class SharedFiles
{
    public static readonly string? Data = Find();

    public static string Need(string path)
    {
        if (Data is null) Assert.Skip("The folder ../shared/data with files of others is not there.");
        return Path.Combine(Data, path);
    }

    /// <summary>IATI's schemas as the operator would put them into the container.</summary>
    public static IatiSchemas Schemas()
    {
        var folder = Need("iati-standard");
        return new IatiSchemas(name => Path.Combine(folder, "xsd-" + name) is var path && File.Exists(path) ? File.OpenRead(path) : null);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ParisPact.Functions.sln")))
                return Path.Combine(folder.Parent!.FullName, "shared", "data") is var data && Directory.Exists(data) ? data : null;
        return null;
    }
}
