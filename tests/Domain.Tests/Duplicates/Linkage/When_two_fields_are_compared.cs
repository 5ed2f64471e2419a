using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_two_fields_are_compared
{
    [Theory]
    [InlineData("Support to border control in Herat", "support to BORDER CONTROL in Herat", "are the same")]
    [InlineData("Support to border control in Herat", "", "missing")]
    [InlineData("Support to border control in Herat", "Drug treatment", "share less than 15 % of their words")]
    public void Titles_are_compared_by_their_words(string one, string other, string level) => Assert.Equal(level.Replace(" %", "%", StringComparison.Ordinal), Level(TextComparison.OfTitles("title", Column.Of([one, other, "Prison health", "School prevention"])).Words).Replace(" %", "%", StringComparison.Ordinal));

    [Theory]
    [InlineData("Border control - Phase II", "Border control, phase 2", "name the same phase, number or year")]
    [InlineData("Border control - Phase II", "Border control - Phase III", "name different phases, numbers or years")]
    [InlineData("Border control - Phase II", "Border control", "of one alone names a phase, number or year")]
    [InlineData("Border control", "Customs", "name no phase, number or year")]
    [InlineData("Programa marco", "Framework programme", "name the same phase, number or year")]
    public void Their_place_in_a_series_is_compared_apart(string one, string other, string level) => Assert.Equal(level, Level(TextComparison.OfTitles("title", Column.Of([one, other])).Series));

    [Theory]
    [InlineData("UNODC", "unodc", "are the same")]
    [InlineData("Ministry of Counter Narcotics", "MCN", "are names of one organisation")]
    [InlineData("Aga Khan Foundation", "Aga Khan Foundation Tajikistan", "are names of one organisation")]
    [InlineData("Aga Khan Foundation", "World Bank", "differ")]
    [InlineData("", "World Bank", "missing")]
    public void Organisations_are_known_by_their_other_names(string one, string other, string level) => Assert.Equal(level, Level(new OrganisationComparison("donor", Column.Of([one, other]))));

    [Theory]
    [InlineData("16063", "16063", "are the same")]
    [InlineData("16063", "16061", "are of one group")]
    [InlineData("16063", "12330", "differ")]
    [InlineData("AF-KAN", "AF-HEL", "are of one group")]
    [InlineData("AF", "PK", "differ")]
    public void Codes_have_groups(string one, string other, string level) => Assert.Equal(level, Level(new ValueComparison("sector", Column.Of([one, other]))));

    [Theory]
    [InlineData("2020-01-01|2021-12-31", "2020-01-01|2021-12-31", "are the same")]
    [InlineData("2020-01-01|2021-12-31", "2020-01-01|2022-06-30", "share a day of start or end")]
    [InlineData("2020-01-01|2021-12-31", "2020-01-15|2021-12-20", "nearly agree")]
    [InlineData("2020-01-01|2021-12-31", "2022-01-01|2023-12-31", "follow one another")]
    [InlineData("2020-01-01|2021-12-31", "2028-01-01|2029-12-31", "are years apart")]
    [InlineData("2020-01-01|", "2020-01-10|", "nearly agree")]
    [InlineData("2020-01-01|", "|", "missing")]
    public void Periods_are_compared_whole(string one, string other, string level) =>
        Assert.Equal(level, Level(new PeriodComparison("period", Column.Of([one.Split('|')[0], other.Split('|')[0]]), Column.Of([one.Split('|')[1], other.Split('|')[1]]))));

    [Theory]
    [InlineData("1000", "1002", "are the same")]
    [InlineData("1000", "950", "differ by less than a tenth")]
    [InlineData("1000", "10", "differ")]
    [InlineData("1000", "0", "missing")]
    [InlineData("1000", "-4", "missing")]
    public void Amounts_are_compared_by_their_ratio(string one, string other, string level) => Assert.Equal(level, Level(new AmountComparison("budget", Column.Of([one, other]), static _ => 1)));

    [Fact]
    public void Amounts_in_two_currencies_are_compared_by_what_they_are_worth_and_not_at_all_where_nobody_knows()
    {
        MatchField[] fields = [new("budget", FieldKind.Amount), new("currency", FieldKind.Currency)];
        string Compared(string currency) => Level(Comparisons.Of(fields, field => field.Name == "budget" ? ["1000", "1200"] : ["EUR", currency], null, static code => code switch { "EUR" => 1.2, "USD" => 1, _ => null })[0]);
        Assert.Equal("are the same", Compared("USD"));
        Assert.Equal("missing", Compared("XXX"));
    }

    [Theory]
    [InlineData("XM-1-2345", "xm-1-2345", "are the same")]
    [InlineData("XM12345", "XM12354", "differ by one slip")]
    [InlineData("XM12345", "XM99999", "differ")]
    public void Identifiers_forgive_one_slip(string one, string other, string level) => Assert.Equal(level, Level(new IdentifierComparison("identifier", Column.Of([one, other]))));

    private static string Level(Comparison comparison)
    {
        Assert.Equal(comparison.Level(0, 1), comparison.Level(1, 0));
        return comparison.Levels[comparison.Level(0, 1)];
    }
}
