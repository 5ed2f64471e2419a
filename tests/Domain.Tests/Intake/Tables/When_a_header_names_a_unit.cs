using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_header_names_a_unit
{
    [Theory]
    [InlineData("Budget (EUR '000)", "EUR", 1_000)]
    [InlineData("Budget (k€)", "EUR", 1_000)]
    [InlineData("Budget kEUR", "EUR", 1_000)]
    [InlineData("Budget (USDm)", "USD", 1_000_000)]
    [InlineData("Budget in US$ million", "USD", 1_000_000)]
    [InlineData("Budget (in USD)", "USD", 1)]
    [InlineData("Montant en M€", "EUR", 1_000_000)]
    [InlineData("Montant (en milliers d'euros)", "EUR", 1_000)]
    [InlineData("Presupuesto (miles de USD)", "USD", 1_000)]
    [InlineData("Бюджет, тыс. долл. США", "USD", 1_000)]
    [InlineData("Бюджет (в тыс. долларов США)", "USD", 1_000)]
    [InlineData("Budget (lakh PKR)", "PKR", 100_000)]
    [InlineData("6. Total budget (EUR)", "EUR", 1)]
    public void The_amounts_under_it_are_in_that_currency_and_multiple(string header, string currency, int multiple)
    {
        var meaning = HeaderNames.Find(header)!;
        Assert.Equal((TableField.Money, MoneyKind.Budget, currency, (decimal)multiple), (meaning.Field, meaning.Kind, meaning.Currency, meaning.Multiple));
    }

    [Theory]
    [InlineData("Budget ($m)", "$", 1_000_000)]
    [InlineData("Budget (Rs. million)", "rs", 1_000_000)]
    [InlineData("Стоимость, млн. сом", "som", 1_000_000)]
    public void A_name_of_several_currencies_does_not_hide_the_multiple(string header, string sign, int multiple)
    {
        var meaning = HeaderNames.Find(header)!;
        Assert.Equal((null, sign, (decimal)multiple), (meaning.Currency, meaning.Sign, meaning.Multiple));
    }

    [Theory]
    [InlineData("Donor 1 amount (USD)")]
    [InlineData("Donor (EUR '000)")]
    public void It_is_no_column_of_names(string header) => Assert.Null(HeaderNames.Find(header));

    [Theory]
    [InlineData("1. Project title*", TableField.Title)]
    [InlineData("2) Country", TableField.Country)]
    [InlineData("A. Donor", TableField.Organisation)]
    [InlineData("1. Project reference", TableField.Reference)]
    [InlineData("Project ID (mandatory)", TableField.Reference)]
    [InlineData("DAD Project No", TableField.Reference)]
    [InlineData("Project title / Название проекта", TableField.Title)]
    [InlineData("Country (Страна)", TableField.Country)]
    [InlineData("Название проекта / Title", TableField.Title)]
    [InlineData("#", TableField.Kept)]
    public void Numbers_notes_and_a_second_language_beside_it_do_not_matter(string header, TableField field) => Assert.Equal(field, HeaderNames.Find(header)?.Field);

    [Theory]
    [InlineData("Title / Sector")]
    [InlineData("Start / End")]
    [InlineData("Implementing partner / Deadline")]
    public void Two_things_in_one_header_are_neither(string header) => Assert.Null(HeaderNames.Find(header));
}
