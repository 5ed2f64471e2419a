using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_values_of_IATI_are_read
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData(" 2024-02-29 ", "2024-02-29")]
    [InlineData("2024-02-29Z", "2024-02-29")]
    [InlineData("2024-02-29+04:30", "2024-02-29")]
    [InlineData("2024-02-29T23:59:59-11:00", "2024-02-29")]
    [InlineData("2023-02-29", null)]
    [InlineData("2024", null)]
    [InlineData("29/02/2024", null)]
    [InlineData("2024-02-291", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_the_day_that_is_written(string? text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), IatiValues.Date(text));

    [Theory]
    [InlineData("2024-01-01T12:00:00", "2024-01-01T12:00:00+00:00")]
    [InlineData("2024-01-01T12:00:00Z", "2024-01-01T12:00:00+00:00")]
    [InlineData("2024-01-01T12:00:00+04:30", "2024-01-01T07:30:00+00:00")]
    [InlineData("2024-01-01", "2024-01-01T00:00:00+00:00")]
    [InlineData("01/02/2024 12:00", null)]
    [InlineData("2024-01-01Tnoon", null)]
    public void A_time_without_zone_is_UTC(string text, string? instant) =>
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), IatiValues.Instant(text));

    [Theory]
    [InlineData("1234.50", 1234.50)]
    [InlineData(" -7 ", -7.0)]
    [InlineData("1,234", null)]
    [InlineData("1e3", null)]
    [InlineData("NaN", null)]
    [InlineData("", null)]
    public void A_number_is_what_the_schema_calls_one(string text, double? number) => Assert.Equal((decimal?)number, IatiValues.Number(text));

    [Theory]
    [InlineData("1,234,567.89", 1234567.89)]
    [InlineData("1 234", 1234.0)]
    [InlineData("-1,234", -1234.0)]
    [InlineData("1.2E+6", 1200000.0)]
    [InlineData("50 %", 50.0)]
    [InlineData("12,5", null)]
    [InlineData("12 5", null)]
    [InlineData("1,23,456", null)]
    [InlineData("1.234,50", null)]
    [InlineData("ten", null)]
    public void A_number_that_a_person_would_understand_is_read_loosely(string text, double? number) => Assert.Equal((decimal?)number, IatiValues.LooseNumber(text));

    [Theory]
    [InlineData("EN", "en")]
    [InlineData("pt-BR", "pt")]
    [InlineData("en_GB", "en")]
    [InlineData("ENG", null)]
    [InlineData("", null)]
    [InlineData("1a", null)]
    public void A_language_is_two_letters(string text, string? language) => Assert.Equal(language, IatiValues.Language(text));

    [Theory]
    [InlineData("C", "2")]
    [InlineData("if", "1")]
    [InlineData("3", "3")]
    [InlineData("zz", "zz")]
    public void A_transaction_type_of_version_1_is_read_as_that_of_version_2(string text, string code) => Assert.Equal(code, IatiCodes.TransactionType(text));
}
