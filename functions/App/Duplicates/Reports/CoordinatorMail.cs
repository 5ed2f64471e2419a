using System.Globalization;
using System.Text;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Mail;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>The mail that tells somebody of the pairs that are theirs, with a workbook of them.</summary>
internal static class CoordinatorMail
{
    /// <summary>Bytes that a mail has beside what it says: headers, boundaries.</summary>
    private const long Around = 20_000;

    /// <param name="report">The whole report of the night.</param>
    /// <param name="largestMegabytes">Of a whole mail: <c>Mail:LargestMegabytes</c>.</param>
    /// <returns>Null where none is due: see <see cref="CoordinatorShare"/>.</returns>
    public static async Task<OutgoingMail?> ForAsync(DuplicateReport report, Partner partner, Person person, ReportLinks links, int largestMegabytes, CancellationToken cancellation)
    {
        if (CoordinatorLetter.Of(report, partner, person) is not { } letter) return null;
        var count = letter.Theirs.Pairs.Length;
        var listed = await SaidAsync(LetterModel.Of(letter, links, inWorkbook: 0));
        var room = Math.Max(0, (largestMegabytes * 1_000_000L) - Around - Encoded(listed.Text) - Encoded(listed.Html)) / 4 * 3 / 80 * 78;
        var workbook = await WorkbookAsync(letter.Theirs, count, links, cancellation);
        while (workbook.Length > room && count > 0)
        {
            // A little less than what would just fit, since rows differ.
            count = (int)Math.Min(count - 1, count * room / workbook.Length * 9 / 10);
            workbook = await WorkbookAsync(letter.Theirs, count, links, cancellation);
        }

        var (text, html) = await SaidAsync(LetterModel.Of(letter, links, count));
        var night = report.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new OutgoingMail
        {
            Key = $"duplicates/{night}/{partner.Id}/{person.Mail!.ToLowerInvariant()}",
            Recipients = [new MailRecipient(person.Name, person.Mail)],
            Subject = letter.Subject,
            Text = text,
            Html = html,
            Attachments = letter.Theirs.Pairs.IsEmpty ? [] : [new MailAttachment.Bytes($"possible-duplicates-{night}.xlsx", ReportWorkbook.ContentType, workbook)],
        };
    }

    private static async Task<(string Text, string Html)> SaidAsync(LetterModel model)
    {
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        await ReportHtml.RenderAsync<LetterPage>(html, new Dictionary<string, object?> { [nameof(LetterPage.Model)] = model });
        return (LetterText.Of(model), html.ToString());
    }

    private static async Task<byte[]> WorkbookAsync(DuplicateReport theirs, int pairs, ReportLinks links, CancellationToken cancellation)
    {
        using var workbook = new MemoryStream();
        await ReportWorkbook.WriteAsync(workbook, pairs == theirs.Pairs.Length ? theirs : CoordinatorShare.Only(theirs, theirs.Pairs[..pairs]), links, cancellation);
        return workbook.ToArray();
    }

    /// <summary>Bytes as quoted-printable at the most: three for each that is not a plain letter, and breaks of lines.</summary>
    private static long Encoded(string text)
    {
        var (bytes, plain) = (Encoding.UTF8.GetByteCount(text), text.Count(static letter => char.IsAscii(letter) && letter != '='));
        return (plain + (3L * (bytes - plain))) * 78 / 72;
    }
}
