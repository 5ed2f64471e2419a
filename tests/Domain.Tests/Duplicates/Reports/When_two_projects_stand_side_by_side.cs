using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_two_projects_stand_side_by_side
{
    private static readonly ProjectCard One = Sample.Card() with { Places = ["Kandahar, Afghanistan (60%)", "Helmand, Afghanistan (40%)"], Start = new DateOnly(2026, 1, 1), Amounts = ["EUR 900"], Usd = 972, Identifiers = ["B"] };
    private static readonly ProjectCard Other = Sample.Card("SAMPLE") with { Reference = "B", Places = ["Kandahar, Afghanistan"], Amounts = ["USD 972"], Usd = 972, Status = "Closed", Start = new DateOnly(2026, 1, 2) };

    [Fact]
    public void Every_field_is_there_whether_stated_or_not() => Assert.Equal(Enum.GetValues<CardField>(), CardRows.Of(One, Other).Select(row => row.Field));

    [Theory]
    [InlineData(CardField.Title, CardDifference.Same)]
    [InlineData(CardField.Reference, CardDifference.Different)]
    [InlineData(CardField.Places, CardDifference.InPart)]
    [InlineData(CardField.Start, CardDifference.Different)]
    [InlineData(CardField.End, CardDifference.Missing)]
    [InlineData(CardField.Status, CardDifference.OnlyRight)]
    [InlineData(CardField.Identifiers, CardDifference.OnlyLeft)]
    [InlineData(CardField.Amount, CardDifference.InPart)]
    public void Each_says_how_it_compares(CardField field, CardDifference difference) => Assert.Equal(difference, Row(field).Difference);

    [Fact]
    public void A_place_is_shared_whatever_its_share() => Assert.Equal([true, false], Row(CardField.Places).Left.Select(value => value.Shared));

    [Fact]
    public void The_reference_of_the_other_is_known_among_the_identifiers() => Assert.Equal([new CardValue("B", true)], Row(CardField.Identifiers).Left);

    [Fact]
    public void An_amount_in_dollars_meets_one_that_was_converted() => Assert.Equal([new CardValue("EUR 900", false), new CardValue("about USD 972", true)], Row(CardField.Amount).Left);

    [Fact]
    public void Each_way_round_says_the_same()
    {
        var (there, back) = (CardRows.Of(One, Other), CardRows.Of(Other, One));
        Assert.Equal(there.Select(row => (string.Join('|', row.Left), string.Join('|', row.Right))), back.Select(row => (string.Join('|', row.Right), string.Join('|', row.Left))));
    }

    private static CardRow Row(CardField field) => CardRows.Of(One, Other).Single(row => row.Field == field);
}
