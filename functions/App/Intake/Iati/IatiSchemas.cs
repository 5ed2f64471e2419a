using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// IATI's own XML schemas, as the operator has put them into the container <c>schemas</c>: <c>2.03/iati-activities-schema.xsd</c> with
/// <c>2.03/iati-common.xsd</c> and <c>2.03/xml.xsd</c>, and so for each version. Each version is compiled once. Nothing is ever fetched
/// from elsewhere. Safe for use by several threads.
/// </summary>
/// <param name="open">Opens a file of the set by its name, such as <c>2.03/iati-common.xsd</c>; null where it is not there. Called from any thread.</param>
internal sealed class IatiSchemas(Func<string, Stream?> open)
{
    private readonly ConcurrentDictionary<string, Lazy<VersionSchema>> _byVersion = new(StringComparer.Ordinal);

    /// <summary>The compiled schema of a version such as <c>2.03</c>; without one where the set lacks it or cannot be compiled.</summary>
    public VersionSchema For(string? version) => version is [>= '1' and <= '9', '.', >= '0' and <= '9', >= '0' and <= '9']
        ? _byVersion.GetOrAdd(version, key => new Lazy<VersionSchema>(() => Compile(key))).Value
        : VersionSchema.None;

    /// <summary>
    /// What the schema of <paramref name="version"/> says against a file of activities, whatever version the file names; empty where it is valid.
    /// A file that is not well-formed has that as its last problem.
    /// </summary>
    /// <exception cref="InvalidOperationException">The set has no schema of that version.</exception>
    public IReadOnlyList<Domain.Intake.Problem> Validate(Stream file, string version)
    {
        var schema = For(version);
        if (schema.Set is null) throw new InvalidOperationException($"There is no usable schema of IATI {version}. {schema.Failure}");
        using var scanner = new IatiScanner(file, _ => schema);
        var problems = new List<Domain.Intake.Problem>();
        try
        {
            scanner.MoveToRoot();
            while (scanner.MoveToActivity() is not null)
                while (scanner.MoveToChild() is not null)
                    continue;
            problems.AddRange(scanner.TakeProblems());
        }
        catch (XmlException failure)
        {
            problems.AddRange(scanner.TakeProblems());
            problems.Add(XmlFailure.Describe(failure, scanner.Reached));
        }

        return problems;
    }

    private VersionSchema Compile(string version)
    {
        var name = $"{version}/iati-activities-schema.xsd";
        using var stream = open(name);
        if (stream is null) return VersionSchema.None;
        try
        {
            var set = new XmlSchemaSet { XmlResolver = new SetResolver(open) };
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }, SetResolver.Root + name);
            set.Add(null, reader);
            set.Compile();
            return new VersionSchema(set, null);
        }
        catch (Exception failure) when (failure is XmlException or XmlSchemaException or FileNotFoundException)
        {
            return new VersionSchema(null, failure.Message);
        }
    }

    /// <summary>Finds included and imported files in the set, and nowhere else.</summary>
    private sealed class SetResolver(Func<string, Stream?> open) : XmlResolver
    {
        public const string Root = "iati-schemas:///";

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            absoluteUri.Scheme == "iati-schemas" && open(absoluteUri.AbsolutePath.TrimStart('/')) is { } stream
                ? stream
                : throw new FileNotFoundException($"The schemas refer to {absoluteUri}, which is not among them.");
    }
}

/// <summary>The schema of one version of IATI.</summary>
/// <param name="Set">Compiled; null where there is none.</param>
/// <param name="Failure">Why the files that are there cannot be used; null where they can, or where there are none.</param>
internal sealed record VersionSchema(XmlSchemaSet? Set, string? Failure)
{
    public static VersionSchema None { get; } = new(null, null);
}
