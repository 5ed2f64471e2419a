using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ExcelDataReader;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Duplicates.Reports;
using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_coordinator_is_mailed
{
    private static readonly Partner Office = new(PartnerId.Parse("sample-office"), "United Sample Office on Drugs", PartnerKind.Organisation, [], []);

    private static readonly Person Coordinator = new("C. Sample", Role.Coordinator, "C.Sample@Office.example", ["AF", "TJ"], []);

    private static readonly ReportLinks Links = new("https://adam.example");

    [Fact]
    public async Task The_text_says_everything_in_lines_that_every_screen_has_room_for()
    {
        var mail = await MailAsync(SampleReport.Whole, Coordinator);
        SnapshotFile.Matches(mail.Text, "mail.txt");
        Assert.All(mail.Text.Split("\r\n").Where(line => !line.Contains("https://", StringComparison.Ordinal)), line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, LetterText.Width));
        Assert.Contains("https://adam.example/api/duplicates/" + SampleReport.Whole.Pairs[0].Id, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_the_same_and_fetches_nothing()
    {
        var mail = await MailAsync(SampleReport.Whole, Coordinator);
        SnapshotFile.Matches(mail.Html, "mail.html");
        Assert.Null(MailText.Remote(mail.Html));
        using var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Empty(page.QuerySelectorAll("style, [class]"));
        var said = Words(string.Join(' ', page.Body!.Descendants<IText>().Select(text => text.Data)));
        foreach (var word in Words(mail.Text.Replace("=", "", StringComparison.Ordinal).Replace("-----", "", StringComparison.Ordinal)).Where(word => word.Length > 5 && word.All(char.IsAsciiLetter))) Assert.Contains(word, said);
    }

    [Fact]
    public async Task Its_key_is_one_for_the_night_and_the_person_and_its_subject_says_what_it_is_about()
    {
        var mail = await MailAsync(SampleReport.Whole, Coordinator);
        Assert.Equal("duplicates/2026-11-24/sample-office/c.sample@office.example", mail.Key);
        Assert.Equal("1 new possible duplicate, 1 overlap and 1 open again in Afghanistan and Tajikistan, 24 November 2026", mail.Subject);
        Assert.Equal(new MailRecipient("C. Sample", "C.Sample@Office.example"), Assert.Single(mail.Recipients));
    }

    [Fact]
    public async Task The_workbook_has_theirs_and_nobody_elses()
    {
        var mail = await MailAsync(SampleReport.Whole, Coordinator with { Countries = ["TJ"] });
        Assert.Equal([SampleReport.Whole.Pairs[2].Id], PairsOf(mail));
        Assert.Equal("possible-duplicates-2026-11-24.xlsx", Assert.Single(mail.Attachments).Name);
        Assert.DoesNotContain("NO-SAMPLE-0417", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_with_nothing_new_sends_nothing_unless_that_was_asked_for()
    {
        var open = SampleReport.Whole with { Pairs = [.. SampleReport.Whole.Pairs[3..]] };
        Assert.Null(await CoordinatorMail.ForAsync(open, Office, Coordinator, Links, 10, TestContext.Current.CancellationToken));
        var mail = await MailAsync(open, Coordinator with { Duplicates = DuplicateMail.Always });
        Assert.Equal("No new possible duplicates (1 still open), 24 November 2026", mail.Subject);
        Assert.Contains("Still open\r\n==========", mail.Text, StringComparison.Ordinal);
        var nothing = await MailAsync(SampleReport.Empty(0), Coordinator with { Duplicates = DuplicateMail.Always });
        Assert.Equal("No new possible duplicates, 24 November 2026", nothing.Subject);
        Assert.Empty(nothing.Attachments);
    }

    [Fact]
    public async Task It_lists_the_first_and_says_how_many_more_the_workbook_has()
    {
        var report = SampleReport.Of(73, at => SampleReport.Numbered(at));
        var mail = await MailAsync(report, Coordinator);
        Assert.Equal(50, mail.Text.Split("https://adam.example/api/duplicates/").Length - 1 - 1);
        Assert.Contains("23 more pairs are in the workbook", mail.Text, StringComparison.Ordinal);
        Assert.Equal(73, PairsOf(mail).Count);
    }

    [Fact]
    public async Task A_workbook_that_no_mail_takes_is_cut_and_that_is_said()
    {
        // What cannot be made smaller by packing it.
        var random = new Random(11);
        var report = SampleReport.Of(3_000, at => SampleReport.Numbered(at) with { Changes = [Convert.ToHexString(Bytes(random, 900))], State = PairState.Reopened });
        var mail = await MailAsync(report, Coordinator, megabytes: 1);
        var kept = PairsOf(mail);
        Assert.InRange(kept.Count, 100, 2_999);
        Assert.Equal(report.Pairs.Take(kept.Count).Select(pair => pair.Id), kept);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"holds the first {kept.Count:N0} of 3,000 pairs"), Unwrapped(mail.Text), StringComparison.Ordinal);
        Assert.InRange(await SizeAsync(mail), 400_000, 1_000_000);
    }

    [Fact]
    public async Task Nothing_that_a_partner_writes_becomes_part_of_it()
    {
        const string Hostile = "</td><script>x</script><img src=x>\r\nBcc: a@b.example\u202E";
        var card = SampleReport.Donor with { Titles = [Hostile + new string('w', 65_536)], Reference = Hostile, PartnerName = Hostile, Places = [Hostile], Amounts = [Hostile] };
        var pair = SampleReport.Pair(PairKind.Overlap, card, SampleReport.CoFunder, PairState.New, [new(Hostile, Hostile, 1)], 0) with { AssignedTo = Hostile, People = [new Contact(Hostile, Role.Partner, Hostile, Hostile)] };
        var mail = await MailAsync(SampleReport.Whole with { Pairs = [pair], Groups = [] }, Coordinator with { Name = Hostile });
        Assert.Null(MailText.Remote(mail.Html));
        Assert.DoesNotContain('\u202E', mail.Text + mail.Html);
        Assert.DoesNotContain("\nBcc", mail.Text, StringComparison.Ordinal);
        Assert.InRange(mail.Text.Length, 500, 6_000);
        Assert.Contains("\u2068بدیل معیشت در کندهار (نمونه)\u2069", mail.Text, StringComparison.Ordinal);
    }

    private static async Task<OutgoingMail> MailAsync(DuplicateReport report, Person person, int megabytes = 10)
    {
        var mail = await CoordinatorMail.ForAsync(report, Office, person, Links, megabytes, TestContext.Current.CancellationToken);
        Assert.NotNull(mail);
        return mail;
    }

    private static List<string> PairsOf(OutgoingMail mail)
    {
        var content = Assert.IsType<MailAttachment.Bytes>(Assert.Single(mail.Attachments)).Content;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content.ToArray()));
        var pairs = new List<string>();
        do
        {
            reader.Read();
            var at = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(column => reader.GetValue(column) as string == "Pair", -1);
            while (at >= 0 && reader.Read()) pairs.Add(SafeCell.Bare(reader.GetString(at)).ToString());
        }
        while (reader.NextResult());
        return pairs;
    }

    private static async Task<long> SizeAsync(OutgoingMail mail)
    {
        var stored = new StoredMail
        {
            Id = new string('0', 32),
            Key = mail.Key,
            Subject = mail.Subject,
            From = "reports@example.org",
            Blob = "x",
            CreatedAt = default,
            WaitingSince = default,
            Due = default,
            Addressees = [],
        };
        using var message = Composing.Message(stored, mail, [.. mail.Attachments.Cast<MailAttachment.Bytes>().Select(file => file.Content.ToArray())], "Sample");
        using var whole = new MemoryStream();
        await message.WriteToAsync(whole, TestContext.Current.CancellationToken);
        return whole.Length;
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\r', '\n', ',', '.', ';', ':', '(', ')', '/', '“', '”'], StringSplitOptions.RemoveEmptyEntries)];
}
