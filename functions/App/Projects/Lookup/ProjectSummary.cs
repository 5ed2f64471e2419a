using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A project in a list.</summary>
/// <param name="Id">For its address.</param>
/// <param name="Withdrawn">True where the partner withdrew it; left out otherwise.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="Spending">What was spent.</param>
/// <param name="ChangedAt">When the register last changed it.</param>
internal sealed record ProjectSummary(
    string Partner,
    string Id,
    string Reference,
    string Title,
    ActivityStatus? Status,
    ProjectDates Dates,
    IReadOnlyList<ShareSummary> Places,
    IReadOnlyList<ShareSummary> Themes,
    IReadOnlyList<ShareSummary> Donors,
    IReadOnlyList<ShareSummary> Sectors,
    IReadOnlyList<ShareSummary> Papers,
    AmountSummary Amount,
    AmountSummary Spending,
    DateTimeOffset ChangedAt,
    int Version,
    bool? Withdrawn,
    ProjectLinks Links)
{
    public static ProjectSummary Of(Projection projection, RowPlace place)
    {
        var (segment, row) = place;
        var partner = ProjectEntry.KeyFrom(segment.Keys.Utf8(row)).Partner;
        var reference = segment.References[row];
        var id = ProjectReference.From(reference)!.Id;
        var status = Shares(Facet.Status)[0].Value;
        return new ProjectSummary(
            partner.Value,
            id,
            reference,
            segment.Titles[row],
            status == FacetShare.None ? null : (ActivityStatus)int.Parse(status, CultureInfo.InvariantCulture),
            new ProjectDates(Day(0), Day(1), Day(2), Day(3)),
            Shares(Facet.Location),
            Shares(Facet.Theme),
            Shares(Facet.Donor),
            Shares(Facet.Sector),
            Shares(Facet.Paper),
            AmountSummary.Of(projection, place, spending: false),
            AmountSummary.Of(projection, place, spending: true),
            new DateTimeOffset(segment.ChangedAt[row], TimeSpan.Zero),
            segment.Versions[row],
            segment.IsWithdrawn(row) ? true : null,
            ProjectLinks.Of(partner, id));

        DateOnly? Day(int which) => segment.Days[(4 * row) + which] is var day && day == Segment.NoDay ? null : DateOnly.FromDayNumber(day);

        List<ShareSummary> Shares(Facet facet)
        {
            var (column, values, shares) = (segment.Facets[(int)facet], projection.Values[facet], new List<ShareSummary>());
            for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
                shares.Add(ShareSummary.Of(facet, values[column.Values[i]], column.Shares[i]));
            return shares is [{ Value: FacetShare.None }] && facet != Facet.Status ? [] : shares;
        }
    }
}

/// <param name="Value">The key, to be used in a filter; <c>none</c> for the part of which nothing known is said.</param>
/// <param name="Percentage">0 to 100, to four decimals.</param>
/// <param name="Assumed">True where the percentage follows from a rule and was not stated.</param>
internal sealed record ShareSummary(string Value, string Name, decimal Percentage, bool Assumed)
{
    public static ShareSummary Of(Facet facet, NumberedValue value, int share) => new(
        value.Key,
        FacetTree.NameOf(facet, value.Key) ?? value.Name ?? value.Key,
        FacetColumn.ShareOf(share) / 10_000m,
        (share & FacetColumn.AssumedBit) != 0);
}

/// <param name="Basis">What the amount is the sum of; null for spending.</param>
/// <param name="Lines">As stated, by currency.</param>
/// <param name="Usd">The part that could be converted.</param>
/// <param name="Unconverted">The part that could not, by currency.</param>
internal sealed record AmountSummary(AmountBasis? Basis, ImmutableArray<CurrencyAmount> Lines, decimal Usd, ImmutableArray<CurrencyAmount> Unconverted)
{
    public static AmountSummary Of(Projection projection, RowPlace place, bool spending)
    {
        var (segment, row) = place;
        return new AmountSummary(
            spending ? null : segment.Basis(row),
            Sums(segment.Money),
            FacetTally.Dollars(spending ? segment.Usd.Spending[row] : segment.Usd.Amounts[row]),
            Sums(segment.Usd.Unconverted));

        ImmutableArray<CurrencyAmount> Sums(MoneyColumn money)
        {
            var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
            var (from, to) = spending ? (money.SpendingStarts[row], money.Starts[row + 1]) : (money.Starts[row], money.SpendingStarts[row]);
            for (var i = from; i < to; i++)
            {
                var currency = projection.Values.Currencies[money.Currencies[i]].Key;
                sums[currency] = sums.GetValueOrDefault(currency) + money.Amounts[i];
            }

            return [.. sums.Select(static sum => new CurrencyAmount(sum.Key, sum.Value))];
        }
    }
}

internal sealed record ProjectLinks(string Self, string History)
{
    public static ProjectLinks Of(PartnerId partner, string id) => new($"/api/projects/{partner}/{id}", $"/api/projects/{partner}/{id}/history");
}
