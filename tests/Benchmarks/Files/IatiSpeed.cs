using System.Xml;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Local.Start;

namespace ParisPact.Benchmarks.Files;

/// <summary>Reading, validating and mapping an IATI file, against a bare read of it that validates by the same schema.</summary>
internal static class IatiSpeed
{
    private const int Megabytes = 20;
    private const int Rounds = 5;
    private static readonly ReadingContext Context = new(PartnerId.Parse("benchmark"), "benchmark.xml", new DateOnly(2026, 11, 1), new Dictionary<string, string>());

    public static void Run(Report report)
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "data", "iati-standard");
        if (!Directory.Exists(folder))
        {
            Report.Note($"  left out: the official schemas are not in {folder}.");
            return;
        }

        var schemas = new IatiSchemas(name => File.Exists(Path.Combine(folder, "xsd-" + name)) ? File.OpenRead(Path.Combine(folder, "xsd-" + name)) : null);
        var set = schemas.For("2.03").Set ?? throw new InvalidOperationException($"The schema of IATI 2.03 cannot be used: {schemas.For("2.03").Failure}");
        using var file = new MemoryStream();
        var activities = GeneratedIati.Write(file, Megabytes * 1_000_000);
        var (ours, bare) = Measure.InTurns(Rounds, Ours, Bare);
        report.Add(new Ratio($"IATI 2.03, {activities:#,0} activities, {file.Length / 1e6:0} MB", Measure.Text(ours), Measure.Text(bare), ours / bare, 3));

        void Ours()
        {
            file.Position = 0;
            var read = IatiReader.Read(file, Context, schemas).ToLookup(static record => record.Project is not null && record.Problems.IsEmpty).ToDictionary(static group => group.Key, static group => group.ToList());
            if (read.GetValueOrDefault(false) is [var strange, ..]) throw new InvalidOperationException($"The generated file has a problem: {strange.Problems.FirstOrDefault()}");
            if (read[true].Count != activities) throw new InvalidOperationException($"{read[true].Count} activities were read of {activities}.");
        }

        void Bare()
        {
            file.Position = 0;
            var settings = new XmlReaderSettings { Schemas = set, ValidationType = ValidationType.Schema };
            settings.ValidationEventHandler += static (_, finding) => throw finding.Exception;
            using var reader = XmlReader.Create(file, settings);
            while (reader.Read()) continue;
        }
    }
}
