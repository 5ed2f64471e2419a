using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates;

/// <summary>The comparisons that follow from what the fields of records are.</summary>
public static class Comparisons
{
    /// <param name="fields">What each column is.</param>
    /// <param name="column">The values of a field, one for each record; empty where there is none.</param>
    /// <param name="sources">Who reports each record; null where that is not known. One who reports two records seldom means one project.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency; null where that is not known.</param>
    public static ImmutableArray<Comparison> Of(IReadOnlyList<MatchField> fields, Func<MatchField, IReadOnlyList<string>> column, IReadOnlyList<string>? sources, Func<string, double?>? worth = null)
    {
        var comparisons = ImmutableArray.CreateBuilder<Comparison>();
        var currencies = fields.FirstOrDefault(field => field.Kind == FieldKind.Currency) is { } currency ? column(currency) : null;
        foreach (var field in fields)
        {
            switch (field.Kind)
            {
                case FieldKind.Title:
                    comparisons.Add(TextComparison.OfTitles(field.Name, column(field)));
                    comparisons.Add(new SeriesComparison(field.Name, column(field)));
                    break;
                case FieldKind.Text: comparisons.Add(TextComparison.OfTexts(field.Name, column(field))); break;
                case FieldKind.Organisation: comparisons.Add(new OrganisationComparison(field.Name, column(field))); break;
                case FieldKind.Place or FieldKind.Category: comparisons.Add(new ValueComparison(field.Name, column(field))); break;
                case FieldKind.Date: comparisons.Add(new DateComparison(field.Name, column(field))); break;
                case FieldKind.Amount: comparisons.Add(new AmountComparison(field.Name, column(field), record => currencies is null ? 1 : worth?.Invoke(currencies[record]) ?? 1)); break;
                case FieldKind.Identifier: comparisons.Add(new IdentifierComparison(field.Name, column(field))); break;
            }
        }

        var (start, end) = (fields.FirstOrDefault(field => field.Kind == FieldKind.StartDate), fields.FirstOrDefault(field => field.Kind == FieldKind.EndDate));
        if (start is not null || end is not null) comparisons.Add(new PeriodComparison("period", start is null ? null : column(start), end is null ? null : column(end)));
        if (sources is not null) comparisons.Add(new ValueComparison("source", sources, findsCandidates: false));
        return comparisons.ToImmutable();
    }
}
