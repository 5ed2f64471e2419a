using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_columns_are_written_in_many_ways
{
    [Fact]
    public void The_order_of_days_and_months_is_taken_from_the_column()
    {
        var dayFirst = Given.Csv("Reference,Title,Start date,End date\nA,A,05/03/2024,31/12/2024\nB,B,25/03/2024,01/02/2025\n");
        Assert.Equal([new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 25)], dayFirst.Projects().Select(project => project.Dates.Start!.Value));
        var monthFirst = Given.Csv("Reference,Title,Start date,End date\nA,A,05/03/2024,12/31/2024\nB,B,03/04/2024,01/02/2025\n");
        Assert.Equal([new DateOnly(2024, 5, 3), new DateOnly(2024, 3, 4)], monthFirst.Projects().Select(project => project.Dates.Start!.Value));
        Assert.Equal("", dayFirst.Rules() + monthFirst.Rules());
    }

    [Fact]
    public void Where_nothing_shows_the_order_it_is_the_day_first_and_said_once_for_the_column()
    {
        var reads = Given.Csv("Reference,Title,Start date\nA,A,05/03/2024\nB,B,06/04/2024\nC,C,07/08/2024\n");
        Assert.Equal([3, 4, 8], reads.Projects().Select(project => project.Dates.Start!.Value.Month));
        Assert.Equal("date.ambiguous@2", reads.Rules());
    }

    [Fact]
    public void A_date_that_is_none_is_named_and_kept_as_written()
    {
        var reads = Given.Csv("Reference,Title,Start date,End date\nA,A,31/02/2024,when funds allow\n");
        var project = Assert.Single(reads.Projects());
        Assert.Equal(ProjectDates.Unknown, project.Dates);
        Assert.Equal([new Extra("Start date", "31/02/2024"), new Extra("End date", "when funds allow")], project.Extras);
        Assert.Equal("date.no-such-day@2 date.not-understood@2", reads.Rules());
    }

    [Fact]
    public void The_decimal_mark_is_taken_from_the_column()
    {
        var comma = Given.Csv("Reference;Title;Budget (USD)\nA;A;1.273\nB;B;1.273,50\n");
        Assert.Equal([1273m, 1273.5m], comma.Projects().Select(project => project.Money[0].Amount));
        var point = Given.Csv("Reference;Title;Budget (USD)\nA;A;1,273\nB;B;1,273.50\n");
        Assert.Equal([1273m, 1273.5m], point.Projects().Select(project => project.Money[0].Amount));
        Assert.Equal("", comma.Rules() + point.Rules());
    }

    [Fact]
    public void A_currency_is_taken_from_the_cell_then_the_header_then_its_own_column()
    {
        var reads = Given.Csv("Reference,Title,Currency,Budget,Commitment (EUR),Disbursement\nA,A,CHF,USD 1.2m,500,(300)\n");
        Assert.Equal(
            [new MoneyLine(MoneyKind.Budget, 1_200_000, "USD"), new MoneyLine(MoneyKind.Commitment, 500, "EUR"), new MoneyLine(MoneyKind.Disbursement, -300, "CHF")],
            Assert.Single(reads.Projects()).Money);
    }

    [Fact]
    public void Amounts_without_a_currency_are_kept_and_said_once_for_the_column()
    {
        var reads = Given.Csv("Reference,Title,Budget\nA,A,100\nB,B,200\n");
        Assert.All(reads.Projects(), project => Assert.Null(project.Money[0].Currency));
        Assert.Equal("currency.missing@2", reads.Rules());
    }

    [Fact]
    public void The_years_of_a_budget_count_and_their_total_does_not_count_again()
    {
        var reads = Given.Csv("Reference,Title,Total budget (USD),Budget 2024 (USD),Budget 2025 (USD)\nA,A,300,100,200\nB,B,50,,\n");
        Assert.Equal([(100m, 2024), (200m, 2025)], reads.Projects()[0].Money.Select(line => (line.Amount, line.PeriodStart!.Value.Year)));
        Assert.Equal(50m, Assert.Single(reads.Projects()[1].Money).Amount);
    }

    [Theory]
    [InlineData("Country,Percentage", "AF; PK,60; 40")]
    [InlineData("Country", "AF:60|PK:40")]
    [InlineData("Country", "\"Afghanistan (60%), Pakistan (40%)\"")]
    [InlineData("recipient-country-code,recipient-country,recipient-country-percentage", "AF;PK,Afghanistan;Pakistan,60;40")]
    [InlineData("Country 1,Country 1 %,Country 2,Country 2 %", "Afghanistan,60,Pakistan,40")]
    [InlineData("Country 1,Country 2,Country 1 %,Country 2 %", "AF - Afghanistan,PK - Pakistan,60%,40%")]
    [InlineData("Страна", "Афганистан (60%); Пакистан (40%)")]
    public void Places_with_percentages_are_read_from_one_cell_or_several(string header, string cells)
    {
        header = header.Replace("Country,Percentage", "Country,Country percentage", StringComparison.Ordinal);
        var reads = Given.Csv($"Reference,Title,{header}\nA,A,{cells}\n");
        Assert.Equal("A | A | AF 60%, PK 40% |  | ", Assert.Single(reads.Projects()).Shown());
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void Percentages_over_the_whole_refuse_the_record_and_too_little_is_said()
    {
        var reads = Given.Csv("Reference,Title,Country\nA,A,AF:80|PK:40\nB,B,AF:50|PK:40\n");
        Assert.Equal("B", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal([("places.percentages", Severity.Error, 2), ("places.percentages", Severity.Warning, 3)], reads.Problems().Select(problem => (problem.Rule, problem.Severity, problem.At.Line!.Value)));
    }

    [Fact]
    public void Provinces_stand_for_their_country_and_share_its_part()
    {
        var reads = Given.Csv("Reference,Title,Country,Province\nA,A,AF:60|PK:40,Kandahar; Helmand\nB,B,Afghanistan,Kandahar\nC,C,Afghanistan; Tajikistan,Kandahar\nD,D,Afghanistan,Nationwide\n");
        Assert.Equal(["AF-KAN 30%, AF-HEL 30%, PK 40%", "AF-KAN", "AF-KAN, TJ", "AF"], reads.Projects().Select(project => project.Shown().Split(" | ")[2]));
    }

    [Fact]
    public void An_unknown_place_is_kept_with_a_warning_and_a_suggestion()
    {
        var reads = Given.Csv("Reference,Title,Country,Province\nA,A,Afghanistan,Kandaharr\nB,B,Afganistam,\n");
        Assert.Equal(["AF/Kandaharr", "?"], reads.Projects().Select(project => project.Shown().Split(" | ")[2]));
        Assert.All(reads.Problems(), problem => Assert.NotNull(problem.Suggestion));
        Assert.Equal("place.unknown@2 place.unknown@3", reads.Rules());
    }

    [Fact]
    public void Subdivisions_of_other_countries_stand_beside_them_without_a_warning()
    {
        var reads = Given.Csv("Reference,Title,Country,Admin1\nA,A,Mali,Sikasso\n");
        Assert.Equal("A | A | ML/Sikasso |  | ", Assert.Single(reads.Projects()).Shown());
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_region_beside_its_country_is_no_second_place()
    {
        var reads = Given.Csv("Reference,Title,recipient-country,recipient-region\nA,A,Pakistan,\"South and Central Asia, regional\"\nB,B,,\"South and Central Asia, regional\"\n");
        Assert.Equal("PK", reads.Projects()[0].Places.Single().Code?.Value);
        Assert.NotNull(reads.Projects()[1].Places.Single().Region);
    }

    [Fact]
    public void Sectors_of_several_vocabularies_stay_apart()
    {
        var reads = Given.Csv("Reference,Title,sector-code,sector-percentage,sector-vocabulary-code\nA,A,16010;15150;EP;0065,79;21;100;100,DAC;DAC;WBSector;WBTheme\n");
        Assert.Equal("1:16010 79%, 1:15150 21%, 99:EP 100%, 98:0065 100%", Assert.Single(reads.Projects()).Shown().Split(" | ")[3]);
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_column_that_is_not_understood_is_kept_and_named_once_where_it_holds_something()
    {
        var reads = Given.Csv("Reference,Title,Stauts,Empty,Colour\nA,A,,,blue\nB,B,Ongoing,,red\n");
        Assert.Equal([new Extra("Colour", "blue")], reads.Projects()[0].Extras);
        Assert.Equal([("column.unknown", "Stauts", 1), ("column.unknown", "Colour", 1)], reads.Problems().Select(problem => (problem.Rule, problem.At.Column!, problem.At.Line!.Value)));
        Assert.Equal("Did you mean “Status”?", reads.Problems()[0].Suggestion);
    }

    [Fact]
    public void Two_columns_of_one_meaning_are_said_where_they_differ()
    {
        var reads = Given.Csv("Reference,Title,Project title\nA,One,One\nB,Two,Other\nC,,Three\n");
        Assert.Equal(["One", "Two", "Three"], reads.Projects().Select(project => project.Title));
        Assert.Equal("column.double@1", reads.Rules());
    }

    [Fact]
    public void A_partners_mapping_goes_before_everything()
    {
        var context = Given.ContextWith(new() { ["Our key"] = "Reference", ["What"] = "Title", ["Title"] = "-", ["Cash"] = "Budget (USD)" });
        var reads = Given.Csv("Our key,What,Title,Cash\nA,One,Dr,100\n", context);
        var project = Assert.Single(reads.Projects());
        Assert.Equal("A | One |  |  | Budget 100 USD", project.Shown());
        Assert.Equal([new Extra("Title", "Dr")], project.Extras);
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void An_export_of_the_CRS_is_in_millions_of_dollars()
    {
        var reads = Given.Csv("Year,DonorCode,DonorName,AgencyName,CrsID,RecipientCode,RecipientName,USD_Commitment,USD_Disbursement,USD_Commitment_Defl,ProjectTitle,PurposeCode,PurposeName,ChannelName\n2019,701,Japan,JICA,2019000123,625,Afghanistan,1.5,0.25,1.6,Border,16063,Narcotics control,UNODC\n");
        var project = Assert.Single(reads.Projects());
        Assert.Equal("2019000123 | Border | AF | 1:16063 | Commitment 1500000 USD, Disbursement 250000 USD", project.Shown());
        Assert.Equal(2019, project.Money[0].PeriodStart?.Year);
        Assert.Equal(["Funding Japan", "Extending JICA", "Implementing UNODC"], project.Organisations.OrderBy(each => each.Role).Select(each => $"{each.Role} {each.Organisation.Name}"));
    }

    [Fact]
    public void A_table_of_AidData_is_read()
    {
        var reads = Given.Csv("aiddata_id,donor,recipient,year,title,commitment_amount_usd_constant,coalesced_purpose_code,coalesced_purpose_name\n94511,Germany,Tajikistan,2009,Border,350000.5,16063,Narcotics control\n");
        Assert.Equal("94511 | Border | TJ | 1:16063 | Commitment 350000.5 USD", Assert.Single(reads.Projects()).Shown());
    }

    [Fact]
    public void A_table_in_Russian_is_read()
    {
        var reads = Given.Csv("Номер проекта;Название проекта;Описание;Статус;Донор;Исполнитель;Страна;Область;Дата начала;Дата окончания;Бюджет;Валюта\nП-7;Укрепление границы;Текст;Завершен;Япония;УНП ООН;Таджикистан;Хатлонская область;01.03.2020;31.12.2022;1 250 000,50;USD\n");
        var project = Assert.Single(reads.Projects());
        Assert.Equal("П-7 | Укрепление границы | TJ-KT |  | Budget 1250000.5 USD", project.Shown());
        Assert.Equal((ActivityStatus.Closed, new DateOnly(2020, 3, 1)), (project.Status!.Value, project.Dates.Start!.Value));
        Assert.Equal("XM-DAC-41128", project.Organisations.Single(each => each.Role == OrganisationRole.Implementing).Organisation.Reference);
    }

    [Fact]
    public void A_table_in_French_and_one_in_Spanish_are_read()
    {
        var french = Given.Csv("N° de projet;Intitulé du projet;Statut;Bailleur de fonds;Agence d'exécution;Pays;Date de début;Date de fin;Montant total (€)\nF-1;Frontières;En cours;France;ONUDC;Tadjikistan;1er mars 2020;décembre 2022;1 250 000,50\n");
        Assert.Equal("F-1 | Frontières | TJ |  | Budget 1250000.5 EUR", Assert.Single(french.Projects()).Shown());
        Assert.Equal(new DateOnly(2022, 12, 31), french.Projects()[0].Dates.End);
        var spanish = Given.Csv("Código del proyecto;Nombre del proyecto;Estado;Donante;Organismo ejecutor;País;Fecha de inicio;Presupuesto total (EUR)\nS-1;Fronteras;En ejecución;España;ONUDD;Afganistán;1 de marzo de 2020;1.250.000,50\n");
        Assert.Equal("S-1 | Fronteras | AF |  | Budget 1250000.5 EUR", Assert.Single(spanish.Projects()).Shown());
        Assert.Equal((ActivityStatus.Implementation, ActivityStatus.Implementation), (french.Projects()[0].Status!.Value, spanish.Projects()[0].Status!.Value));
    }
}
