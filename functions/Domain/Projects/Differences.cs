using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Intake;

namespace ParisPact.Domain.Projects;

/// <summary>
/// How one telling of a project differs from another, field by field, in words that a person reads. Fields are named as in the JSON contract;
/// the first title is <c>title</c>, titles in further languages are <c>titles</c>. A short list is shown as a whole on both sides; of a long one,
/// and of money, descriptions, identifiers and extras always, the left side shows what went and the right side what came. Each side is at most
/// <see cref="FieldWords.Longest"/> characters; null means that nothing is there, or that nothing went or came.
/// </summary>
public static class Differences
{
    /// <summary>Empty exactly when both say the same in the sense of <see cref="Canonical"/>.</summary>
    public static ImmutableArray<FieldChange> Between(Project from, Project to)
    {
        var (a, b) = (Canonical.Of(from), Canonical.Of(to));
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        Value("reference", a.Reference.AsWritten, b.Reference.AsWritten);
        Value("title", FieldWords.Of(a.Titles[0]), FieldWords.Of(b.Titles[0]));
        Parts("titles", a.Titles.RemoveAt(0), b.Titles.RemoveAt(0), FieldWords.Of);
        Descriptions(changes, a.Descriptions, b.Descriptions);
        Value("status", FieldWords.Of(a.Status), FieldWords.Of(b.Status));
        Value("dates.plannedStart", FieldWords.Of(a.Dates.PlannedStart), FieldWords.Of(b.Dates.PlannedStart));
        Value("dates.actualStart", FieldWords.Of(a.Dates.ActualStart), FieldWords.Of(b.Dates.ActualStart));
        Value("dates.plannedEnd", FieldWords.Of(a.Dates.PlannedEnd), FieldWords.Of(b.Dates.PlannedEnd));
        Value("dates.actualEnd", FieldWords.Of(a.Dates.ActualEnd), FieldWords.Of(b.Dates.ActualEnd));
        if (a.ReportingOrganisation != b.ReportingOrganisation)
            Value("reportingOrganisation", FieldWords.Of(a.ReportingOrganisation), FieldWords.Of(b.ReportingOrganisation), always: true);
        Whole("organisations", a.Organisations, b.Organisations, FieldWords.Of);
        Whole("places", a.Places, b.Places, FieldWords.Of);
        Whole("sectors", a.Sectors, b.Sectors, FieldWords.Of);
        Whole("themes", a.Themes, b.Themes, FieldWords.Of);
        Whole("papers", a.Papers, b.Papers, static paper => paper);
        Parts("money", a.Money, b.Money, FieldWords.Of);
        Parts("related", a.Related, b.Related, FieldWords.Of);
        Parts("otherIdentifiers", a.OtherIdentifiers, b.OtherIdentifiers, FieldWords.Of);
        Value("website", a.Website, b.Website);
        Value("hierarchy", FieldWords.Of(a.Hierarchy), FieldWords.Of(b.Hierarchy));
        Parts("extras", a.Extras, b.Extras, FieldWords.Of);
        return changes.ToImmutable();

        void Value(string field, string? left, string? right, bool always = false)
        {
            if (!always && left == right) return;
            var (shownLeft, shownRight) = FieldWords.Excerpts(left, right);
            changes.Add(new FieldChange(field, shownLeft, shownRight));
        }

        void Whole<T>(string field, ImmutableArray<T> left, ImmutableArray<T> right, Func<T, string> words)
            where T : IEquatable<T>
        {
            if (left.AsSpan().SequenceEqual(right.AsSpan())) return;
            if (FieldWords.List(left, words) is { } wholeLeft && FieldWords.List(right, words) is { } wholeRight)
                changes.Add(new FieldChange(field, wholeLeft.Length == 0 ? null : wholeLeft, wholeRight.Length == 0 ? null : wholeRight));
            else
                Parts(field, left, right, words);
        }

        void Parts<T>(string field, ImmutableArray<T> left, ImmutableArray<T> right, Func<T, string> words)
            where T : IEquatable<T>
        {
            if (left.AsSpan().SequenceEqual(right.AsSpan())) return;
            changes.Add(new FieldChange(field, FieldWords.Shortened(Without(left, right), words), FieldWords.Shortened(Without(right, left), words)));
        }
    }

    /// <summary>The order of descriptions counts, since the first is the one that is shown.</summary>
    private static void Descriptions(ImmutableArray<FieldChange>.Builder changes, ImmutableArray<Description> left, ImmutableArray<Description> right)
    {
        var (a, b) = (Flat(left), Flat(right));
        if (a.SequenceEqual(b)) return;
        var (gone, come) = (Without(a, b), Without(b, a));
        if (gone.Length == 1 && come.Length == 1)
        {
            // The same words in another language, or of another kind, would look as if nothing had changed.
            var (from, to) = gone[0].Text == come[0].Text
                ? (FieldWords.Shown(Kind(gone[0])), FieldWords.Shown(Kind(come[0])))
                : FieldWords.Excerpts(gone[0].Text, come[0].Text);
            changes.Add(new FieldChange("descriptions", from, to));
        }
        else if (gone.IsEmpty && come.IsEmpty)
        {
            changes.Add(new FieldChange("descriptions", "another order", FieldWords.Shortened(b, static narrative => narrative.Text)));
        }
        else
        {
            changes.Add(new FieldChange("descriptions", FieldWords.Shortened(gone, static narrative => narrative.Text), FieldWords.Shortened(come, static narrative => narrative.Text)));
        }

        static string Kind((int Group, int Type, string Text, string? Language) one) =>
            string.Create(CultureInfo.InvariantCulture, $"type {one.Type}, {one.Language ?? "no language"}: {one.Text}");

        static ImmutableArray<(int Group, int Type, string Text, string? Language)> Flat(ImmutableArray<Description> descriptions)
        {
            var flat = ImmutableArray.CreateBuilder<(int, int, string, string?)>();
            for (var group = 0; group < descriptions.Length; group++)
                foreach (var narrative in descriptions[group].Narratives.IsDefault ? [] : descriptions[group].Narratives)
                    flat.Add((group, descriptions[group].Type, narrative.Text, narrative.Language));
            return flat.ToImmutable();
        }
    }

    /// <summary>What one list has and the other has not, counted: two equal lines are two lines.</summary>
    private static ImmutableArray<T> Without<T>(ImmutableArray<T> list, ImmutableArray<T> other)
        where T : IEquatable<T>
    {
        var left = new Dictionary<T, int>();
        foreach (var item in other) left[item] = left.GetValueOrDefault(item) + 1;
        var rest = ImmutableArray.CreateBuilder<T>();
        foreach (var item in list)
        {
            if (left.GetValueOrDefault(item) is > 0 and var count) left[item] = count - 1;
            else rest.Add(item);
        }

        return rest.ToImmutable();
    }
}
