using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The comparisons that follow from what the fields of records are.</summary>
public static class Comparisons
{
    /// <param name="fields">What each of the records' values is.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency; null where that is not known. One version of parameters needs one answer.</param>
    /// <param name="frozen">Counts that levels and rarity come from; those of the records themselves where it is null.</param>
    public static ImmutableArray<Comparison> Of(IReadOnlyList<MatchField> fields, IReadOnlyList<MatchRecord> records, Func<string, double?>? worth = null, MatchParameters? frozen = null)
    {
        var places = fields.Select(static (field, place) => (field, place)).ToDictionary(static at => at.field, static at => at.place);
        return Of(fields, field => Column.Of(records, places[field]), Column.Of(records, -1), worth, frozen);
    }

    /// <param name="fields">What each column is.</param>
    /// <param name="column">The values of a field, one for each record; empty where there is none.</param>
    /// <param name="sources">Who reports each record; null where that is not known. One who reports two records seldom means one project.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency; null where that is not known.</param>
    public static ImmutableArray<Comparison> Of(IReadOnlyList<MatchField> fields, Func<MatchField, IReadOnlyList<string>> column, IReadOnlyList<string>? sources, Func<string, double?>? worth = null) =>
        Of(fields, field => Column.Of(column(field)), sources is null ? null : Column.Of(sources), worth, null);

    private static ImmutableArray<Comparison> Of(IReadOnlyList<MatchField> fields, Func<MatchField, Column> column, Column? sources, Func<string, double?>? worth, MatchParameters? frozen)
    {
        var currencies = fields.FirstOrDefault(field => field.Kind == FieldKind.Currency) is { } currency ? column(currency) : null;
        var makers = new List<Func<Comparison[]>>();
        foreach (var field in fields)
        {
            var (values, known) = (column(field), frozen?.Of(field));
            switch (field.Kind)
            {
                case FieldKind.Title:
                    makers.Add(() =>
                    {
                        var (words, series) = TextComparison.OfTitles(field.Name, values, known);
                        return [words, series];
                    });
                    break;
                case FieldKind.Text: makers.Add(() => [TextComparison.OfTexts(field.Name, values, known)]); break;
                case FieldKind.Organisation: makers.Add(() => [new OrganisationComparison(field.Name, values, known)]); break;
                case FieldKind.Place or FieldKind.Category: makers.Add(() => [new ValueComparison(field.Name, values, known)]); break;
                case FieldKind.Date: makers.Add(() => [new DateComparison(field.Name, values)]); break;
                case FieldKind.Amount: makers.Add(() => [new AmountComparison(field.Name, values, record => currencies is null || worth is null ? 1 : worth(currencies.First(record)) ?? 0)]); break;
                case FieldKind.Identifier: makers.Add(() => [new IdentifierComparison(field.Name, values)]); break;
            }
        }

        var (start, end) = (fields.FirstOrDefault(field => field.Kind == FieldKind.StartDate), fields.FirstOrDefault(field => field.Kind == FieldKind.EndDate));
        if (start is not null || end is not null) makers.Add(() => [new PeriodComparison("period", start is null ? null : column(start), end is null ? null : column(end))]);
        if (sources is not null) makers.Add(() => [new SourceComparison(sources)]);
        var comparisons = new Comparison[makers.Count][];
        Parallel.For(0, makers.Count, at => comparisons[at] = makers[at]());
        return [.. comparisons.SelectMany(static made => made)];
    }
}
