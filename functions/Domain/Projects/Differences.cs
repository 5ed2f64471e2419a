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
        One("title", a.Titles[0], b.Titles[0], FieldWords.Of, ExactWords.Of);
        Parts("titles", a.Titles.RemoveAt(0), b.Titles.RemoveAt(0), FieldWords.Of, ExactWords.Of);
        Descriptions(changes, a.Descriptions, b.Descriptions);
        Value("status", FieldWords.Of(a.Status), FieldWords.Of(b.Status));
        Value("dates.plannedStart", FieldWords.Of(a.Dates.PlannedStart), FieldWords.Of(b.Dates.PlannedStart));
        Value("dates.actualStart", FieldWords.Of(a.Dates.ActualStart), FieldWords.Of(b.Dates.ActualStart));
        Value("dates.plannedEnd", FieldWords.Of(a.Dates.PlannedEnd), FieldWords.Of(b.Dates.PlannedEnd));
        Value("dates.actualEnd", FieldWords.Of(a.Dates.ActualEnd), FieldWords.Of(b.Dates.ActualEnd));
        One("reportingOrganisation", a.ReportingOrganisation, b.ReportingOrganisation, static organisation => FieldWords.Of(organisation)!, ExactWords.Of);
        Whole("organisations", a.Organisations, b.Organisations, FieldWords.Of, ExactWords.Of);
        Whole("places", a.Places, b.Places, FieldWords.Of, ExactWords.Of);
        Whole("sectors", a.Sectors, b.Sectors, FieldWords.Of, ExactWords.Of);
        Whole("themes", a.Themes, b.Themes, FieldWords.Of, ExactWords.Of);
        Whole("papers", a.Papers, b.Papers, static paper => paper, static paper => paper);
        Parts("money", a.Money, b.Money, FieldWords.Of, ExactWords.Of);
        Parts("related", a.Related, b.Related, FieldWords.Of, ExactWords.Of);
        Parts("otherIdentifiers", a.OtherIdentifiers, b.OtherIdentifiers, FieldWords.Of, ExactWords.Of);
        Value("website", a.Website, b.Website);
        Value("hierarchy", FieldWords.Of(a.Hierarchy), FieldWords.Of(b.Hierarchy));
        Parts("extras", a.Extras, b.Extras, FieldWords.Of, ExactWords.Of);
        return changes.ToImmutable();

        void Value(string field, string? left, string? right)
        {
            if (left == right) return;
            var (shownLeft, shownRight) = FieldWords.Excerpts(left, right);
            changes.Add(new FieldChange(field, shownLeft, shownRight));
        }

        void One<T>(string field, T? left, T? right, Func<T, string> words, Func<T, string> exact)
            where T : class, IEquatable<T>
        {
            if (left is null ? right is null : left.Equals(right)) return;
            var (from, to) = (left is null ? null : words(left), right is null ? null : words(right));
            if (from == to) (from, to) = (exact(left!), exact(right!));
            Value(field, from, to);
        }

        void Whole<T>(string field, ImmutableArray<T> left, ImmutableArray<T> right, Func<T, string> words, Func<T, string> exact)
            where T : IEquatable<T>
        {
            if (left.AsSpan().SequenceEqual(right.AsSpan())) return;
            if (FieldWords.List(left, words) is { } wholeLeft && FieldWords.List(right, words) is { } wholeRight && wholeLeft != wholeRight)
                changes.Add(new FieldChange(field, wholeLeft.Length == 0 ? null : wholeLeft, wholeRight.Length == 0 ? null : wholeRight));
            else
                Parts(field, left, right, words, exact);
        }

        void Parts<T>(string field, ImmutableArray<T> left, ImmutableArray<T> right, Func<T, string> words, Func<T, string> exact)
            where T : IEquatable<T>
        {
            if (left.AsSpan().SequenceEqual(right.AsSpan())) return;
            var (from, to) = FieldWords.Told(Without(left, right), Without(right, left), words, exact);
            changes.Add(new FieldChange(field, from, to));
        }
    }

    /// <summary>The order of descriptions counts, since the first is the one that is shown.</summary>
    private static void Descriptions(ImmutableArray<FieldChange>.Builder changes, ImmutableArray<Description> left, ImmutableArray<Description> right)
    {
        var (a, b) = (Flat(left), Flat(right));
        if (a.SequenceEqual(b)) return;
        var (gone, come) = (Without(a, b), Without(b, a));
        var (from, to) =
            gone is [{ Text: var one }] && come is [{ Text: var other }] && one != other ? FieldWords.Excerpts(one, other)
            : gone.IsEmpty && come.IsEmpty ? ("another order", FieldWords.Shortened(b, static narrative => narrative.Text))
            // The same words in another language, of another kind, or in another place would look as if nothing had changed.
            : FieldWords.Told(gone, come, static narrative => narrative.Text, Kind, static narrative => $"description {narrative.Group + 1}, {Kind(narrative)}");
        changes.Add(new FieldChange("descriptions", from, to));

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
