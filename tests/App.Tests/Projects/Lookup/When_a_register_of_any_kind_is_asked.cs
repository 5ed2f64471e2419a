using CsCheck;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Tests.Projects.Lookup;

/// <summary>Whatever the projects, whatever they change into, and whatever the question: the answers are those of looking at every project.</summary>
public class When_a_register_of_any_kind_is_asked
{
    private static readonly MonthlyRates Rates = MonthlyRates.None.With([new MonthlyRate(Domain.Projects.Currency.Eur, 2012, 5, 1.28m)]);

    /// <summary>Rounding to cents, and to millionths of a dollar before, for every project that may take part.</summary>
    private const decimal Slack = 0.02m;

    private static readonly Gen<(StoredProject[][] Changes, ProjectFilter Filter)> Question =
        Gen.Select(SomeProjects.One(25).Array[0, 12].Array[1, 8], SomeProjects.Filter, (changes, filter) => (changes, filter));

    [Fact]
    public void Its_pages_are_the_projects_that_the_filter_asks_for_newest_change_first() => Question.Sample((changes, filter) =>
    {
        var (projection, all) = Register(changes);
        var expected = Naive.Page(all, filter).Select(stored => stored.Project.Reference.AsWritten).ToList();
        foreach (var limit in (int[])[1, 3, 500])
        {
            var (found, cursor) = (new List<string>(), (PageCursor?)null);
            while (true)
            {
                var (rows, more) = PageQuery.Of(projection, filter, cursor, limit);
                found.AddRange(rows.Select(row => row.Segment.References[row.Row]));
                Assert.True(rows.Count == limit || !more);
                if (!more) break;
                cursor = PageCursor.From(rows[^1].Cursor.Text);
            }

            Assert.Equal(expected, found);
        }
    }, iter: 300);

    [Fact]
    public void Its_facets_count_every_project_once_and_its_money_by_share() => Question.Sample((changes, filter) =>
    {
        var (projection, all) = Register(changes);
        var answer = FacetQuery.Of(projection, filter);
        var total = Naive.Total(all, filter, Rates);
        Assert.Equal(total.Count, answer.Total.Count);
        Assert.InRange(answer.Total.Usd, total.Usd - Slack, total.Usd + Slack);
        foreach (var facet in Enum.GetValues<Facet>()) Equal(Naive.Facet(all, filter, facet, Rates), answer.Facets[facet].ToDictionary(count => count.Value, count => (count.Count, count.Usd)));
    }, iter: 300);

    [Fact]
    public void Its_matrix_counts_a_project_once_in_each_cell_and_its_money_by_both_shares() => Gen.Select(Question, Gen.Enum<Facet>(), Gen.Enum<Facet>()).Sample((question, rows, columns) =>
    {
        if (rows == columns) return;
        var (projection, all) = Register(question.Changes);
        var answer = MatrixQuery.Of(projection, question.Filter, rows, columns);
        Equal(Naive.Matrix(all, question.Filter, rows, columns, Rates), answer.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => (cell.Count, cell.Usd)));
        Assert.Equal(Naive.Total(all, question.Filter, Rates).Count, answer.Total.Count);
    }, iter: 300);

    [Fact]
    public void No_sum_counts_money_twice() => Question.Sample((changes, _) =>
    {
        var (projection, all) = Register(changes);
        var whole = all.Where(stored => !stored.Withdrawn).Sum(stored => Naive.Usd(stored, Rates));
        var answer = FacetQuery.Of(projection, ProjectFilter.All);
        Assert.InRange(answer.Total.Usd, whole - Slack, whole + Slack);
        foreach (var (_, counts) in answer.Facets)
        {
            // A province is counted in its country, so the sum goes over what lies within nothing else.
            var sum = counts.Where(count => count.Within is null).Sum(count => count.Usd);
            Assert.InRange(sum, whole - (Slack * (counts.Length + 1)), whole + (Slack * (counts.Length + 1)));
        }
    }, iter: 300);

    [Fact]
    public void A_rebuild_changes_nothing() => Question.Sample((changes, _) =>
    {
        var (projection, all) = Register(changes);
        var rebuilt = Projection.Empty(Rates, "test").After([.. all.OrderBy(stored => stored.Key).Select(ProjectEntry.Of)], [], projection.Position);
        Assert.Equal(Bytes(rebuilt), Bytes(projection));
        Assert.Equal(Bytes(projection), Bytes(SnapshotFormat.Read(new MemoryStream(Bytes(projection)), Rates, "test")!));
    }, iter: 300);

    [Fact]
    public void Other_rates_give_what_a_register_by_those_rates_would_have_given() => Question.Sample((changes, filter) =>
    {
        var (projection, all) = Register(changes, MonthlyRates.None);
        foreach (var facet in Enum.GetValues<Facet>())
            Equal(Naive.Facet(all, filter, facet, Rates), FacetQuery.Of(projection.With(Rates, "added"), filter).Facets[facet].ToDictionary(count => count.Value, count => (count.Count, count.Usd)));
    }, iter: 100);

    /// <summary>Batches of changes, applied one after the other; every third batch also removes what the one before it brought first.</summary>
    private static (Projection Projection, IReadOnlyCollection<StoredProject> All) Register(StoredProject[][] changes, MonthlyRates? rates = null)
    {
        var (projection, truth) = (Projection.Empty(rates ?? Rates, "test"), new Dictionary<ProjectKey, StoredProject>());
        foreach (var (i, batch) in changes.Index())
        {
            var removed = i % 3 == 2 && changes[i - 1].Length > 0 ? changes[i - 1][..1].Select(stored => stored.Key).ToHashSet() : [];
            var latest = batch.GroupBy(stored => stored.Key).Where(group => !removed.Contains(group.Key)).Select(group => group.Last() with { Version = i + 1 }).ToList();
            foreach (var stored in latest) truth[stored.Key] = stored;
            foreach (var key in removed) truth.Remove(key);
            projection = projection.After([.. latest.Select(ProjectEntry.Of)], removed, i + 1);
        }

        Assert.Equal(truth.Count, projection.Count);
        foreach (var stored in truth.Values) Assert.Equal(stored.Version, projection.VersionOf(stored.Key));
        return (projection, truth.Values);
    }

    private static byte[] Bytes(Projection projection)
    {
        using var stream = new MemoryStream();
        SnapshotFormat.Write(stream, projection.Compact());
        return stream.ToArray();
    }

    private static void Equal<TKey>(Dictionary<TKey, (int Count, decimal Usd)> expected, Dictionary<TKey, (int Count, decimal Usd)> actual)
        where TKey : notnull
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (key, (count, usd)) in expected)
        {
            Assert.Equal(count, actual[key].Count);
            Assert.InRange(actual[key].Usd, usd - Slack, usd + Slack);
        }
    }
}
