using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_records_are_related
{
    [Fact]
    public void Phases_of_one_project_are_found_and_little_else()
    {
        var sample = Series(3_000);
        var (matching, relations) = Of(sample);
        var found = matching.Candidates.Pairs.Where((_, at) => relations.Weights[at] > 0).ToHashSet();
        var right = sample.Phases.Count(found.Contains);
        Assert.InRange(right / (double)sample.Phases.Count, 0.9, 1);
        Assert.InRange(right / (double)found.Count, 0.8, 1);
    }

    [Fact]
    public void What_is_the_same_is_never_related_too()
    {
        var (matching, relations) = Of(Sample.Of(1_000));
        Assert.All(matching.Weights.Zip(relations.Weights).Where(static pair => pair.First > 0), static pair => Assert.Equal(double.NegativeInfinity, pair.Second));
    }

    [Fact]
    public void The_weights_of_what_is_the_same_do_not_move()
    {
        var sample = Sample.Of(1_000);
        var (before, (matching, _)) = (Matching.Of(sample.Comparisons(), sample.Count), Of(sample));
        Assert.Equal(before.Weights, matching.Weights);
    }

    [Fact]
    public void Its_reasons_add_up_to_its_weight_and_say_what_numbers_the_two()
    {
        var sample = Series(2_000);
        var (matching, relations) = Of(sample);
        foreach (var (pair, weight) in matching.Candidates.Pairs.Zip(relations.Weights).Where(static (pair, at) => at % 53 == 0 && double.IsFinite(pair.Second)))
        {
            var (prior, reasons) = relations.Model.Explain(matching.Comparisons, pair);
            Assert.Equal(weight, prior + reasons.Sum(static reason => reason.Bits), 1e-6);
        }

        var phases = relations.Model.Explain(matching.Comparisons, sample.Phases[0]).Reasons;
        Assert.Contains(phases, static reason => reason is { Field: "period", Finding: "follow one another", Bits: > 0 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Phases_are_not_taken_for_the_same_where_few_titles_are_numbered_or_nothing_is_the_same(bool isToldTwice)
    {
        var sample = Series(3_000, isToldTwice: isToldTwice);
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        Assert.InRange(sample.Phases.Count(pair => matching.Model.ClassOf(matching.Comparisons, pair) == MatchClass.Same), 0, 5);
    }

    [Fact]
    public void Where_no_title_numbers_anything_and_nothing_follows_another_hardly_any_are_related()
    {
        var (random, sample) = (new Random(3), new Sample());
        string[] actions = ["Support to", "Training for", "Equipment of", "Advice to"], things = ["border police", "customs", "forensic laboratories", "drug treatment centres", "prison health", "schools"];
        for (var at = 0; at < 3_000; at++)
        {
            var start = new DateOnly(2018, 1, 1).AddDays(random.Next(200));
            sample.Add($"P{random.Next(5)}", $"{actions[random.Next(4)]} {things[random.Next(6)]} in province {(char)('a' + random.Next(20))}x", $"Agency {random.Next(4)} of Sampleland", $"Town {(char)('a' + random.Next(20))}", $"{16_000 + random.Next(9)}", start, start.AddMonths(30), random.Next(100, 900), "");
        }

        var (matching, relations) = Of(sample);
        Assert.True(matching.Candidates.Pairs.Length > 10_000);
        Assert.InRange(relations.Weights.Count(static weight => weight > 0), 0, 300);
    }

    [Fact]
    public void Few_signs_of_series_warrant_few_pairs()
    {
        var sample = Series(400, phases: 20);
        var (_, relations) = Of(sample);
        Assert.InRange(relations.Weights.Count(static weight => weight > 0), sample.Phases.Count / 2, 5 * sample.Phases.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Hardly_any_records_are_no_error(int records)
    {
        var sample = new Sample();
        for (var at = 0; at < records; at++) sample.Add("P", "", "", "", "", null, null, 0, "");
        var (matching, relations) = Of(sample);
        Assert.Empty(relations.Weights);
        Assert.Empty(relations.Model.Explain(matching.Comparisons, new RecordPair(0, 1)).Reasons);
    }

    /// <summary>Projects of made-up donors, some with a second phase, some told twice.</summary>
    private static Sample Series(int projects, int phases = 8, bool isToldTwice = true)
    {
        string[] donors = ["Kovari Fund", "Bank of Lumia", "Ostrel Ministry of Health", "Tanso Agency", "House of Merrow", "Office Perrin", "Sudland Trust", "Norland Cooperation"];
        string[] actions = ["Support to", "Training for", "Equipment of", "Advice to", "Renewal of"], things = ["border police", "customs intelligence", "forensic laboratories", "drug treatment centres", "prison health", "school prevention", "airport interdiction", "orchards instead of poppy", "precursor control"];
        var (random, sample) = (new Random(7), new Sample());
        for (var at = 0; at < projects; at++)
        {
            var (town, donor, months) = ($"{"bcdfgklmnr"[random.Next(10)]}a{"ltsvz"[random.Next(5)]}o{"bdgkm"[random.Next(5)]}a", donors[random.Next(donors.Length)], random.Next(10, 40));
            var (title, start, sector, budget) = ($"{actions[random.Next(5)]} {things[random.Next(9)]} in {town}", new DateOnly(2012, 1, 1).AddDays(random.Next(4_000)), $"{110 + random.Next(60)}20", random.Next(50, 5_000) * 1_000);
            var (isFirst, first) = (at % phases == 0, sample.Count);
            sample.Add($"P{at % 7}", isFirst && at % 3 == 0 ? title + " - Phase I" : title, donor, town, sector, start, start.AddMonths(months), budget, "");
            if (isToldTwice && at % 5 == 1)
            {
                sample.Same.Add(new RecordPair(sample.Count - 1, sample.Count));
                sample.Add($"Q{at % 4}", title.Replace(" in ", " - ", StringComparison.Ordinal), random.Next(4) == 0 ? "" : donor, town, sector, start.AddDays(random.Next(30)), start.AddMonths(months), budget, "");
            }

            if (!isFirst) continue;
            sample.Phases.Add(new RecordPair(first, sample.Count));
            sample.Add($"P{at % 7}", title + " - Phase II", donor, town, sector, start.AddMonths(months), start.AddMonths(2 * months), budget + random.Next(-30_000, 30_000), "");
        }

        return sample;
    }

    private static (Matching Matching, Relations Relations) Of(Sample sample)
    {
        var matching = Matching.Of(sample.Comparisons(), sample.Count);
        return (matching, Relations.Of(matching, at => matching.Weights[at] > 0));
    }
}
