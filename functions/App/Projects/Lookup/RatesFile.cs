using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Exchange rates as a CSV file: <c>currency,month,usd_per_unit</c>.</summary>
internal static class RatesFile
{
    private const int Largest = 4_000_000;

    /// <summary>The rates of a request's body, or what is wrong with it, line by line.</summary>
    public static async Task<(IReadOnlyCollection<MonthlyRate>? Rates, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (await JsonBody.BytesAsync(request, Largest) is not { } bytes) return (null, Problems.TooLarge("The file is larger than 4 MB."));
        return RatesText.Read(Encoding.UTF8.GetString(bytes)) switch
        {
            RatesReading.Read read => (read.Rates, null),
            RatesReading.Refused refused => (null, Problems.Invalid(refused.Problems.Select(problem => new FieldError(
                problem.Column is { } column ? $"line {problem.Line}, {column}" : $"line {problem.Line}", problem.Message)))),
            _ => throw new InvalidOperationException("Rates are read or refused."),
        };
    }

    public static string ToCsv(IEnumerable<MonthlyRate> rates)
    {
        var text = new StringBuilder("currency,month,usd_per_unit\r\n");
        foreach (var rate in rates)
            text.Append(CultureInfo.InvariantCulture, $"{rate.Currency.Code},{rate.Year:0000}-{rate.Month:00},{rate.UsdPerUnit}\r\n");
        return text.ToString();
    }
}
