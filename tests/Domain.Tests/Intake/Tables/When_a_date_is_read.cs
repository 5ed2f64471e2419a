using CsCheck;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_date_is_read
{
    [Theory]
    [InlineData("2024-03-05")]
    [InlineData("2024/03/05")]
    [InlineData("2024.03.05")]
    [InlineData("20240305")]
    [InlineData("5.3.2024")]
    [InlineData("05.03.24")]
    [InlineData("5 March 2024")]
    [InlineData("5th of March, 2024")]
    [InlineData("March 5, 2024")]
    [InlineData("Tuesday, March 5, 2024")]
    [InlineData("05-Mar-24")]
    [InlineData("5 mars 2024")]
    [InlineData("5 de marzo de 2024")]
    [InlineData("5 марта 2024 г.")]
    [InlineData("2024-03-05T00:00:00Z")]
    [InlineData("2024-03-05 13:45:00")]
    [InlineData("2024-03-05T10:00:00.000+04:30")]
    [InlineData("20240305123000")]
    [InlineData("45356")]
    [InlineData("45356.5")]
    [InlineData("۲۰۲۴-۰۳-۰۵")]
    [InlineData("٢٠٢٤/٠٣/٠٥")]
    public void Every_usual_spelling_gives_the_day(string text) =>
        Assert.Equal(new DateOnly(2024, 3, 5), Assert.IsType<DateCell.Day>(DateCells.Read(text)).Date);

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("March 2024", "2024-03-01", "2024-03-31")]
    [InlineData("mars 2024", "2024-03-01", "2024-03-31")]
    [InlineData("март 2024", "2024-03-01", "2024-03-31")]
    [InlineData("Feb-24", "2024-02-01", "2024-02-29")]
    [InlineData("2024/02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("02/2024", "2024-02-01", "2024-02-29")]
    [InlineData("202402", "2024-02-01", "2024-02-29")]
    [InlineData("Q2 2024", "2024-04-01", "2024-06-30")]
    [InlineData("II кв. 2024", "2024-04-01", "2024-06-30")]
    [InlineData("2 квартал 2024 года", "2024-04-01", "2024-06-30")]
    [InlineData("2nd quarter 2024", "2024-04-01", "2024-06-30")]
    [InlineData("2e trimestre 2024", "2024-04-01", "2024-06-30")]
    public void A_month_or_a_year_means_its_first_day_as_a_start_and_its_last_as_an_end(string text, string first, string last)
    {
        Assert.Equal(DateOnly.Parse(first), Assert.IsType<DateCell.Day>(DateCells.Read(text)).Date);
        Assert.Equal(DateOnly.Parse(last), Assert.IsType<DateCell.Day>(DateCells.Read(text, null, end: true)).Date);
    }

    [Fact]
    public void Numbers_alone_are_read_in_the_columns_order()
    {
        Assert.Equal(new DateOnly(2024, 3, 5), Assert.IsType<DateCell.Day>(DateCells.Read("05/03/2024", DateOrder.DayFirst)).Date);
        Assert.Equal(new DateOnly(2024, 5, 3), Assert.IsType<DateCell.Day>(DateCells.Read("05/03/2024", DateOrder.MonthFirst)).Date);
    }

    [Fact]
    public void Without_an_order_it_is_the_day_first_and_says_that_it_was_not_sure()
    {
        var day = Assert.IsType<DateCell.Day>(DateCells.Read("05/03/2024"));
        Assert.Equal(new DateOnly(2024, 3, 5), day.Date);
        Assert.True(day.Ambiguous);
        Assert.False(Assert.IsType<DateCell.Day>(DateCells.Read("05/05/2024")).Ambiguous);
    }

    [Theory]
    [InlineData("25/03/2024", DateOrder.DayFirst)]
    [InlineData("03/25/2024", DateOrder.MonthFirst)]
    [InlineData("6/30/2015 0:00", DateOrder.MonthFirst)]
    public void A_number_over_twelve_shows_the_order(string text, DateOrder order) =>
        Assert.Equal(order, Assert.IsType<DateCell.Day>(DateCells.Read(text)).Shows);

    [Theory]
    [InlineData("31/02/2024")]
    [InlineData("2023-02-29")]
    [InlineData("30 February 2024")]
    [InlineData("2024-13-01")]
    [InlineData("45/45/2024")]
    [InlineData("0204-03-05")]
    public void A_day_that_no_calendar_has_is_none(string text) => Assert.IsType<DateCell.NoSuchDay>(DateCells.Read(text));

    [Theory]
    [InlineData("1403/01/15", 2024, 4, 3)]
    [InlineData("15/01/1403", 2024, 4, 3)]
    [InlineData("1403-12-30", 2025, 3, 20)]
    [InlineData("۱۴۰۳/۰۱/۱۵", 2024, 4, 3)]
    public void A_day_of_the_solar_calendar_says_so(string text, int year, int month, int day)
    {
        var read = Assert.IsType<DateCell.Day>(DateCells.Read(text));
        Assert.Equal(new DateOnly(year, month, day), read.Date);
        Assert.True(read.Solar);
    }

    [Fact]
    public void The_solar_calendar_too_has_days_that_are_none() => Assert.IsType<DateCell.NoSuchDay>(DateCells.Read("1402/12/30"));

    [Theory]
    [InlineData("")]
    [InlineData("0000-00-00")]
    [InlineData("1900-01-00")]
    [InlineData("1900-01-01")]
    [InlineData("01/01/1900")]
    [InlineData("00/00/0000")]
    [InlineData("0")]
    [InlineData("n/a")]
    [InlineData("TBD")]
    [InlineData("—")]
    [InlineData("нет данных")]
    public void What_says_that_there_is_no_date_gives_none(string text) =>
        Assert.True(DateCells.Read(text) is DateCell.Nothing or DateCell.NotUnderstood { } && !(DateCells.Read(text) is DateCell.Day), text);

    [Theory]
    [InlineData("ongoing")]
    [InlineData("24 months")]
    [InlineData("see annex")]
    [InlineData("1,250,000")]
    [InlineData("2020-2023")]
    [InlineData("2023/24")]
    [InlineData("2024-25")]
    [InlineData("II 2024")]
    public void Other_words_are_not_understood(string text) => Assert.IsNotType<DateCell.Day>(DateCells.Read(text));

    [Theory]
    [InlineData(45356, 2024, 3, 5)]
    [InlineData(45356.75, 2024, 3, 5)]
    [InlineData(20240305, 2024, 3, 5)]
    [InlineData(2024, 2024, 1, 1)]
    public void A_number_of_a_workbook_is_a_serial_day_or_a_year(double number, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Assert.IsType<DateCell.Day>(DateCells.Read(number)).Date);

    [Fact]
    public void Any_day_is_read_back_from_every_spelling_that_names_its_month() =>
        Gen.Int[0, 70_000].Select(days => new DateOnly(1950, 1, 1).AddDays(days)).Sample(day =>
        {
            foreach (var format in (string[])["yyyy-MM-dd", "d MMMM yyyy", "MMM d, yyyy", "yyyyMMdd", "dd.MM.yyyy", "yyyy/M/d"])
                Assert.Equal(day, Assert.IsType<DateCell.Day>(DateCells.Read(day.ToString(format, System.Globalization.CultureInfo.InvariantCulture))).Date);
        }, iter: 2_000);

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789/-. :TQQ(),'MarchмартаZ%"], 0, 40]).Sample(text =>
        {
            DateCells.Read(text);
            DateCells.Read(text, DateOrder.MonthFirst, end: true);
            PeriodCells.Read(text, null);
        }, iter: 20_000);

    [Theory]
    [InlineData("2020-2023", "2020-01-01", "2023-12-31")]
    [InlineData("Jan 2020 – Dec 2023", "2020-01-01", "2023-12-31")]
    [InlineData("01/03/2020 to 31/12/2023", "2020-03-01", "2023-12-31")]
    [InlineData("2020-03-01 - 2023-12-31", "2020-03-01", "2023-12-31")]
    [InlineData("2020-2023 гг.", "2020-01-01", "2023-12-31")]
    [InlineData("с 2020 по 2023", "2020-01-01", "2023-12-31")]
    [InlineData("2021", "2021-01-01", "2021-12-31")]
    public void A_period_gives_both_its_ends(string text, string start, string end)
    {
        var read = PeriodCells.Read(text, DateOrder.DayFirst);
        Assert.Equal((DateOnly.Parse(start), DateOnly.Parse(end)), (read.Start!.Value, read.End!.Value));
    }

    [Theory]
    [InlineData("24 months")]
    [InlineData("ongoing")]
    [InlineData("36")]
    [InlineData("")]
    public void What_is_no_period_gives_no_day(string text) => Assert.Equal((null, null, false), PeriodCells.Read(text, null));
}
