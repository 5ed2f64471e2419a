using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;
using RecordMatching = ParisPact.Domain.Duplicates.Linkage.Matching;

namespace ParisPact.Benchmarks.Matching;

/// <summary>The engine on the public sets and on made-up projects, in one setting for all; each set is left out where its folder is not there.</summary>
internal static class MatchTable
{
    private static readonly FieldsFile Persons = new("rec_id", null,
    [
        new("given_name", "person-name"), new("surname", "person-name"), new("street_number", "category"), new("address_1", "text"), new("address_2", "text"),
        new("suburb", "place"), new("postcode", "category"), new("state", "category"), new("date_of_birth", "date"), new("soc_sec_id", "identifier"),
    ]);

    private static readonly FieldsFile Projects = new("unique_id", "source",
    [
        new("title", "title"), new("donor", "organisation"), new("implementer", "organisation"), new("country", "place"), new("admin1", "place"), new("sector", "category"),
        new("start", "start-date"), new("end", "end-date"), new("budget", "amount"), new("currency", "currency"), new("other_id", "identifier"),
    ]);

    public static void Run(Report report)
    {
        if (Folder() is not { } folder)
        {
            Report.Note($"  left out: there is no folder shared/data/matching beside the project.");
            return;
        }

        Linked(report, folder, "dblp-acm", "dblp.csv", "acm.csv", new FieldsFile("id", null, [new("title", "title"), new("authors", "person-name"), new("venue", "category"), new("year", "date")]), 0.985);
        Linked(report, folder, "amazon-google", "amazon.csv", "gp.csv", new FieldsFile("id", null, [new("title", "title"), new("description", "text"), new("manufacturer", "organisation"), new("price", "amount")]), 0.58);
        Febrl(report, folder, "febrl3", "dataset3.csv", null);
        Febrl(report, folder, "febrl4", "dataset4a.csv", "dataset4b.csv");
        if (Set(folder, "historical_50k", "historical_50k.csv.gz") is { } historical)
        {
            var fields = new FieldsFile("unique_id", null, [new("full_name", "person-name"), new("first_name", "person-name"), new("surname", "person-name"), new("dob", "date"), new("birth_place", "place"), new("postcode_fake", "category"), new("gender", "category"), new("occupation", "category")]);
            var evaluation = Evaluation.Of(LabelledSet.Read(new MatchArguments(historical, null, "", null, "cluster", null, null), fields), fields, null);
            report.Add(new Ratio("historical_50k, F1 of clusters", $"pairs {F(evaluation.F1)}", $"oracle {F(evaluation.OracleF1)}", evaluation.ClusterF1!.Value, 0.83, AtLeast: true, Unit: ""));
        }

        if (Set(folder, "project-traps", "projects_100k.csv.gz") is { } traps) Traps(report, traps);
    }

    private static void Traps(Report report, string file)
    {
        var set = LabelledSet.Read(new MatchArguments(file, null, "", null, "entity_id", "other_id", "family_id"), Projects);
        // Warm, as the others are that have run before.
        Evaluation.Of(set, Projects, null);
        var evaluation = Evaluation.Of(set, Projects, null);
        var join = Measure.Time(() => Candidates.Of([TextComparison.OfTitles("title", Column.Of(set.Columns["title"])).Words], set.Count));
        report.Add(new Ratio("project-traps 100k, F1 of same", $"P {F(evaluation.Precision)}, R {F(evaluation.Recall)}", $"oracle {F(evaluation.OracleF1)}", evaluation.F1, 0.78, AtLeast: true, Unit: ""));
        if (evaluation.Related is { } related)
            report.Add(new Ratio("project-traps 100k, F1 of related", $"P {F(related.Precision)}, R {F(related.Recall)}", $"candidates {F(related.CandidateRecall)}", related.F1, 0.45, AtLeast: true, Unit: ""));
        report.Add(new Ratio("project-traps 100k, recall of candidates", $"{evaluation.CandidatePairs:#,0} pairs", $"{set.Truth.Count:#,0} true ones", evaluation.CandidateRecall, 0.9, AtLeast: true, Unit: ""));
        var trial = VerdictTrial.Of(set, RecordMatching.Of(Evaluation.ComparisonsOf(set, Projects, null), set.Count), 500);
        report.Add(new Ratio("project-traps 100k, F1 of same after 500 verdicts", $"on the others; {(trial.Lessons.IsTaken ? "taken" : "not taken")}", $"before {F(trial.Before)}", trial.After, 0.84, AtLeast: true, Unit: ""));
        report.Add(new Ratio("project-traps 100k, time", $"{evaluation.Seconds["total"]:0.0} s", $"join of titles alone {Measure.Text(join)}", evaluation.Seconds["total"], 4, Unit: "s"));
        ChangeSpeed.Run(report, set, Evaluation.FieldsOf(Projects), Projects.Source, Evaluation.Worth);
    }

    private static void Linked(Report report, string folder, string name, string left, string right, FieldsFile fields, double goal)
    {
        if (Set(folder, name, left) is not { } first || Set(folder, name, right) is not { } second || Set(folder, name, "gt.csv") is not { } truth) return;
        Add(report, name, Evaluation.Of(LabelledSet.Read(new MatchArguments(first, second, "", truth, null, null, null), fields), fields, null), goal);
    }

    /// <summary>Whose record it is stands in its id: <c>rec-1496-org</c>, <c>rec-1496-dup-0</c>.</summary>
    private static void Febrl(Report report, string folder, string name, string left, string? right)
    {
        if (Set(folder, "febrl", left) is not { } first) return;
        var set = LabelledSet.Read(new MatchArguments(first, right is null ? null : Set(folder, "febrl", right), "", null, Persons.Id, null, null), Persons);
        set = set with { Truth = set.Alike([.. set.Ids.Select(static id => id.Split('-')[1])]) };
        Add(report, name, Evaluation.Of(set, Persons, null), 0.99);
    }

    private static void Add(Report report, string name, Evaluation evaluation, double goal) =>
        report.Add(new Ratio($"{name}, F1", $"P {F(evaluation.Precision)}, R {F(evaluation.Recall)}", $"oracle {F(evaluation.OracleF1)}", evaluation.F1, goal, AtLeast: true, Unit: ""));

    private static string F(double part) => part.ToString("0.000", CultureInfo.InvariantCulture);

    private static string? Set(string folder, string name, string file) => Path.Combine(folder, name, file) is var path && File.Exists(path) ? path : null;

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "global.json"))) return Path.Combine(at.Parent!.FullName, "shared", "data", "matching") is var path && Directory.Exists(path) ? path : null;
        return null;
    }
}
