using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Makes one segment of several, or of none but what still stands in them.</summary>
internal static class SegmentMerge
{
    public static Segment Of(IReadOnlyList<ProjectEntry> entries, ValueTables values, MonthlyRates rates)
    {
        var (rows, text) = (new SegmentBuilder(values), new TextIndexBuilder());
        foreach (var entry in entries.Order(Comparer<ProjectEntry>.Create(ProjectEntry.CompareOrder)))
        {
            text.Add(rows.Count, entry.Words);
            rows.Add(entry);
        }

        return rows.Build(text.Build(), rates);
    }

    public static Segment Of(IReadOnlyList<SegmentView> views, ValueTables values, MonthlyRates rates, int[][]? renumber = null)
    {
        var rows = new SegmentBuilder(values);
        var newRows = views.Select(static view => Gone(view.Segment.Count)).ToArray();
        var next = views.Select(static view => NextLive(view, 0)).ToArray();
        while (First(views, next) is { } first)
        {
            newRows[first][next[first]] = rows.Count;
            rows.Add(views[first].Segment, next[first], renumber);
            next[first] = NextLive(views[first], next[first] + 1);
        }

        return rows.Build(TextIndexBuilder.Merge([.. views.Select((view, i) => (view.Segment.Text, newRows[i]))]), rates);
    }

    /// <summary>The same projects with numbers that depend on nothing but the projects, so that the same register always gives the same snapshot.</summary>
    public static (Segment Segment, ValueTables Values) Canonical(IReadOnlyList<SegmentView> views, ValueTables old, MonthlyRates rates)
    {
        var values = new ValueTables();
        var renumber = new int[ValueTables.Facets + 1][];
        foreach (var facet in Enum.GetValues<Facet>())
            renumber[(int)facet] = Renumber(old[facet], values[facet], Used(views, view => view.Segment.Facets[(int)facet].Starts, view => view.Segment.Facets[(int)facet].Values));
        renumber[ValueTables.Facets] = Renumber(old.Currencies, values.Currencies, Used(views, view => view.Segment.Money.Starts, view => view.Segment.Money.Currencies));
        return (Of(views, values, rates, renumber), values);
    }

    private static HashSet<int> Used(IReadOnlyList<SegmentView> views, Func<SegmentView, int[]> starts, Func<SegmentView, int[]> numbers)
    {
        var used = new HashSet<int>();
        foreach (var view in views)
        {
            var (begins, all) = (starts(view), numbers(view));
            for (var row = NextLive(view, 0); row < view.Segment.Count; row = NextLive(view, row + 1))
                used.UnionWith(all.AsSpan(begins[row], begins[row + 1] - begins[row]).ToArray());
        }

        return used;
    }

    private static int[] Renumber(ValueTable old, ValueTable values, HashSet<int> used)
    {
        var renumber = Gone(old.Count);
        foreach (var number in used.OrderBy(number => old[number].Key, StringComparer.Ordinal).ThenBy(number => old[number].Name, StringComparer.Ordinal))
            renumber[number] = values.Number(old[number].Key, old[number].Name);
        return renumber;
    }

    private static int? First(IReadOnlyList<SegmentView> views, int[] next)
    {
        int? first = null;
        for (var i = 0; i < views.Count; i++)
        {
            if (next[i] == views[i].Segment.Count) continue;
            if (first is not { } other || Precedes(views[i].Segment, next[i], views[other].Segment, next[other])) first = i;
        }

        return first;
    }

    private static bool Precedes(Segment left, int leftRow, Segment right, int rightRow) =>
        left.CompareOrder(leftRow, right.ChangedAt[rightRow], right.Keys.Utf8(rightRow)) < 0;

    private static int NextLive(SegmentView view, int row)
    {
        while (row < view.Segment.Count && !view.IsLive(row)) row++;
        return row;
    }

    private static int[] Gone(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
