using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_header_is_recognised
{
    [Theory]
    [InlineData("Project ID", TableField.Reference)]
    [InlineData("iati-identifier", TableField.Reference)]
    [InlineData("CrsID", TableField.Reference)]
    [InlineData("N° de projet", TableField.Reference)]
    [InlineData("Código del proyecto", TableField.Reference)]
    [InlineData("Номер проекта", TableField.Reference)]
    [InlineData("ProjectTitle", TableField.Title)]
    [InlineData("PROJECT TITLE *", TableField.Title)]
    [InlineData("Intitulé du projet", TableField.Title)]
    [InlineData("Nombre del proyecto", TableField.Title)]
    [InlineData("Название проекта", TableField.Title)]
    [InlineData("start-planned", TableField.PlannedStart)]
    [InlineData("Start date (actual)", TableField.ActualStart)]
    [InlineData("Date de début", TableField.PlannedStart)]
    [InlineData("Fecha de inicio", TableField.PlannedStart)]
    [InlineData("Дата начала", TableField.PlannedStart)]
    [InlineData("ExpectedStartDate", TableField.PlannedStart)]
    [InlineData("CompletionDate", TableField.PlannedEnd)]
    [InlineData("recipient-country-code", TableField.Country)]
    [InlineData("RecipientName", TableField.Country)]
    [InlineData("Страна", TableField.Country)]
    [InlineData("Pays bénéficiaire", TableField.Country)]
    [InlineData("Область", TableField.Province)]
    [InlineData("PurposeCode", TableField.Sector)]
    [InlineData("Thematic area(s)", TableField.Theme)]
    [InlineData("Rainbow paper", TableField.Paper)]
    [InlineData("activity-status-code", TableField.Status)]
    [InlineData("Статус проекта", TableField.Status)]
    [InlineData("#adm1+name+en", TableField.Province)]
    [InlineData("#activity +id +code", TableField.Reference)]
    [InlineData("#activity_id", TableField.Reference)]
    [InlineData("#date+start", TableField.PlannedStart)]
    public void Its_field_is_known(string header, TableField field) => Assert.Equal(field, HeaderNames.Find(header)?.Field);

    [Theory]
    [InlineData("participating-org (Funding)", OrganisationRole.Funding, TablePart.Value)]
    [InlineData("participating-org-ref (Implementing)", OrganisationRole.Implementing, TablePart.Code)]
    [InlineData("participating-org-type-code (Extending)", OrganisationRole.Extending, TablePart.Type)]
    [InlineData("DonorName", OrganisationRole.Funding, TablePart.Value)]
    [InlineData("Donor 2", OrganisationRole.Funding, TablePart.Value)]
    [InlineData("Bailleur de fonds", OrganisationRole.Funding, TablePart.Value)]
    [InlineData("Organismo ejecutor", OrganisationRole.Implementing, TablePart.Value)]
    [InlineData("Исполнитель", OrganisationRole.Implementing, TablePart.Value)]
    [InlineData("#org+funder", OrganisationRole.Funding, TablePart.Value)]
    [InlineData("#org+impl+code", OrganisationRole.Implementing, TablePart.Code)]
    public void An_organisations_role_and_part_are_known(string header, OrganisationRole role, TablePart part)
    {
        var meaning = HeaderNames.Find(header);
        Assert.Equal((TableField.Organisation, role, part), (meaning?.Field, meaning?.Role, meaning?.Part));
    }

    [Theory]
    [InlineData("Budget (EUR)", MoneyKind.Budget, "EUR", 1, null)]
    [InlineData("Total budget, US$", MoneyKind.Budget, "USD", 1, null)]
    [InlineData("Budget 2024 (USD)", MoneyKind.Budget, "USD", 1, 2024)]
    [InlineData("Budget (USD thousand)", MoneyKind.Budget, "USD", 1000, null)]
    [InlineData("Montant total (€)", MoneyKind.Budget, "EUR", 1, null)]
    [InlineData("Бюджет (USD)", MoneyKind.Budget, "USD", 1, null)]
    [InlineData("USD_Commitment", MoneyKind.Commitment, "USD", 1, null)]
    [InlineData("total-Commitment", MoneyKind.Commitment, null, 1, null)]
    [InlineData("commitment_amount_usd_constant", MoneyKind.Commitment, "USD", 1, null)]
    [InlineData("total-Disbursement", MoneyKind.Disbursement, null, 1, null)]
    [InlineData("Amount spent", MoneyKind.Expenditure, null, 1, null)]
    [InlineData("#value+budget+usd", MoneyKind.Budget, "USD", 1, null)]
    [InlineData("#value+committed+eur", MoneyKind.Commitment, "EUR", 1, null)]
    public void An_amounts_kind_currency_multiple_and_year_are_known(string header, MoneyKind kind, string? currency, int multiple, int? year)
    {
        var meaning = HeaderNames.Find(header);
        Assert.Equal((TableField.Money, kind, currency, (decimal)multiple, year), (meaning!.Field, meaning.Kind!.Value, meaning.Currency, meaning.Multiple, meaning.Year));
    }

    [Theory]
    [InlineData("Planned disbursement start", MoneyKind.PlannedDisbursement, TablePart.PeriodStart)]
    [InlineData("planned_disbursement_end_date", MoneyKind.PlannedDisbursement, TablePart.PeriodEnd)]
    [InlineData("Planned disbursement date", MoneyKind.PlannedDisbursement, TablePart.Date)]
    [InlineData("Плановая дата выплаты", MoneyKind.PlannedDisbursement, TablePart.Date)]
    [InlineData("ExpenditureDate", MoneyKind.Expenditure, TablePart.Date)]
    [InlineData("Date of expenditure (dd/mm/yyyy)", MoneyKind.Expenditure, TablePart.Date)]
    [InlineData("Date de la dépense", MoneyKind.Expenditure, TablePart.Date)]
    [InlineData("Expenditure currency", MoneyKind.Expenditure, TablePart.Currency)]
    [InlineData("Incoming funds date", MoneyKind.IncomingFunds, TablePart.Date)]
    [InlineData("Дата поступления средств", MoneyKind.IncomingFunds, TablePart.Date)]
    public void What_is_said_beside_an_amount_belongs_to_its_kind(string header, MoneyKind kind, TablePart part)
    {
        var meaning = HeaderNames.Find(header);
        Assert.Equal((TableField.Money, kind, part), (meaning?.Field, meaning?.Kind, meaning?.Part));
    }

    [Theory]
    [InlineData("Start date (dd/mm/yyyy)", DateOrder.DayFirst)]
    [InlineData("Start date (MM/DD/YYYY)", DateOrder.MonthFirst)]
    public void The_order_of_dates_is_read_from_it(string header, DateOrder order) => Assert.Equal(order, HeaderNames.Find(header)?.Order);

    [Theory]
    [InlineData("Title (fr)", "fr")]
    [InlineData("title_en", "en")]
    [InlineData("Description [RU]", "ru")]
    public void The_language_is_read_from_it(string header, string language) => Assert.Equal(language, HeaderNames.Find(header)?.Language);

    [Theory]
    [InlineData("sector-percentage", TableField.Sector)]
    [InlineData("Country %", TableField.Country)]
    [InlineData("recipient-country-percentage", TableField.Country)]
    public void A_percentage_belongs_to_its_field(string header, TableField field)
    {
        var meaning = HeaderNames.Find(header);
        Assert.Equal((field, TablePart.Percentage), (meaning?.Field, meaning?.Part));
    }

    [Theory]
    [InlineData("Afghanistan")]
    [InlineData("2024-03-05")]
    [InlineData("Goal 7")]
    [InlineData("deflated_dollars")]
    [InlineData("1250000")]
    [InlineData("The project trains officers of two border crossings.")]
    public void What_is_no_header_is_none(string text) => Assert.Null(HeaderNames.Find(text));

    [Fact]
    public void A_slip_is_no_match_but_a_suggestion()
    {
        Assert.Null(HeaderNames.Find("Refernce"));
        Assert.Equal("Reference", HeaderNames.Nearest("Refernce"));
    }

    [Fact]
    public void Every_column_of_the_template_is_recognised() =>
        Assert.All(Template.Columns, column => Assert.NotNull(HeaderNames.Find(column.Name)));

    [Theory]
    [InlineData("Province / Oblast", TableField.Province)]
    [InlineData("Province/Oblast", TableField.Province)]
    [InlineData("Country / Pays", TableField.Country)]
    [InlineData("Country/Pays", TableField.Country)]
    [InlineData("Donor / Bailleur", TableField.Organisation)]
    [InlineData("Donor/Bailleur", TableField.Organisation)]
    [InlineData("Title / Titre", TableField.Title)]
    public void One_that_says_the_same_twice_is_that_field(string header, TableField field) => Assert.Equal(field, HeaderNames.Find(header)?.Field);

    [Theory]
    [InlineData("Title (pt)", TableField.Title, "pt")]
    [InlineData("Description (fr)", TableField.Description, "fr")]
    [InlineData("Objectives (ps)", TableField.Description, "ps")]
    public void The_code_of_any_language_in_brackets_is_read(string header, TableField field, string language)
    {
        var meaning = HeaderNames.Find(header);
        Assert.Equal((field, language), (meaning!.Field, meaning.Language));
    }
}
