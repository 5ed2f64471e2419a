using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects.Exports;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Projects.Exports;

public sealed class When_projects_are_exported_as_tables
{
    [Fact]
    public void Amounts_read_back_from_csv_with_their_currencies_and_days() => AnyProject.Costed.Select(Tabular).Sample(project => ReadsBack(project, Given.Csv(Export.Csv(project))), iter: 400);

    [Fact]
    public void Amounts_read_back_from_a_workbook_with_their_currencies_and_days() => AnyProject.Costed.Select(Tabular).Sample(project => ReadsBack(project, Given.Workbook(Export.Xlsx(project))), iter: 100);

    [Fact]
    public void Whatever_else_a_project_says_its_amounts_read_back_from_csv() => AnyProject.Full.Select(Tabular).Sample(project => ReadsBack(project, Given.Csv(Export.Csv(project))), iter: 200);

    [Theory]
    [InlineData("1.250")]
    [InlineData("-12.345")]
    [InlineData("1234567890123456.78")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("123456789.0123456789")]
    public void No_digit_of_an_amount_is_lost_or_taken_for_another(string written)
    {
        var amount = decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        var project = With(new MoneyLine(MoneyKind.Expenditure, amount, "USD"));
        ReadsBack(project, Given.Csv(Export.Csv(project)));
        ReadsBack(project, Given.Workbook(Export.Xlsx(project)));
    }

    [Fact]
    public void Rows_that_somebody_has_sorted_are_refused_and_pass_for_no_other_project_s()
    {
        var project = With(new MoneyLine(MoneyKind.Budget, 5m, "USD", null, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31))) with { Titles = [new Narrative("Later in the alphabet")] };
        project = project with { Money = [.. project.Money, project.Money[0] with { Amount = 7m }, project.Money[0]] };
        var lines = System.Text.Encoding.UTF8.GetString(Export.Csv(project)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Equal(project.Money, Assert.Single(Given.Csv(string.Join("\r\n", lines)).Projects()).Money);
        var reads = Given.Csv(string.Join("\r\n", [lines[0], lines[2], lines[3], "OTHER,Another", lines[1]]));
        Assert.Empty(reads.Projects().Single(read => read.Reference.AsWritten == "OTHER").Money);
        Assert.Equal(Severity.Error, Assert.Single(reads, read => read.At.Line == 2).Problems[0].Severity);
    }

    [Fact]
    public void A_planned_disbursement_has_its_period_and_its_value_date() => IsTheSame(
        new MoneyLine(MoneyKind.PlannedDisbursement, 5m, "USD", new DateOnly(2025, 2, 1), new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)));

    [Theory]
    [InlineData(MoneyKind.Commitment)]
    [InlineData(MoneyKind.Disbursement)]
    [InlineData(MoneyKind.Expenditure)]
    [InlineData(MoneyKind.IncomingFunds)]
    public void A_transaction_has_its_day(MoneyKind kind) => IsTheSame(new MoneyLine(kind, 5m, "USD", new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 1)));

    private static void IsTheSame(MoneyLine line)
    {
        Assert.Equal([line], Assert.Single(Given.Csv(Export.Csv(With(line))).Projects()).Money);
        Assert.Equal([line], Assert.Single(Given.Workbook(Export.Xlsx(With(line))).Projects()).Money);
    }

    private static void ReadsBack(Project project, List<RecordRead> reads)
    {
        Assert.True(reads.Projects().Count == 1, string.Join("\n", reads.Problems()));
        var read = reads.Projects()[0];
        Assert.Equal(project.Reference, read.Reference);
        Assert.Equal(project.Dates, read.Dates);
        Assert.Equal(Canonical.Of(project).Money, Canonical.Of(read).Money);
    }

    /// <summary>
    /// Tables take days of years that a project can have; others are slips, and kept as they are written. A title that is nothing but markup is
    /// none, and percentages of more than the whole are refused.
    /// </summary>
    private static Project Tabular(Project project) => project with
    {
        Titles = [new Narrative("T")],
        Places = [.. project.Places.Select(place => place with { Percentage = null })],
        Sectors = [.. project.Sectors.Select(sector => sector with { Percentage = null })],
        Themes = [.. project.Themes.Select(theme => theme with { Percentage = null })],
        Dates = new ProjectDates(InOurTime(project.Dates.PlannedStart), InOurTime(project.Dates.ActualStart), InOurTime(project.Dates.PlannedEnd), InOurTime(project.Dates.ActualEnd)),
        Money = [.. project.Money.Select(line => line with { ValueDate = InOurTime(line.ValueDate), PeriodStart = InOurTime(line.PeriodStart), PeriodEnd = InOurTime(line.PeriodEnd) })],
    };

    private static DateOnly? InOurTime(DateOnly? day) => day is { } any ? new DateOnly(1960, 1, 1).AddDays(any.DayNumber % 50_000) : null;

    private static Project With(MoneyLine line) => new() { Partner = PartnerId.Parse("sample"), Reference = ProjectReference.From("X-1")!, Titles = [new Narrative("T")], Money = [line] };
}
