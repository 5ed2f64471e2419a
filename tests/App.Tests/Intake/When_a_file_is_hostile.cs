using System.Text;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_file_is_hostile(RunningApp app)
{
    public static TheoryData<string, byte[]> Files => new()
    {
        { "empty.csv", [] },
        { "zeros.xlsx", new byte[4_096] },
        { "noise.csv", [.. Enumerable.Range(0, 5_000).Select(number => (byte)(number * 7919 % 251))] },
        { "broken.xml", Encoding.UTF8.GetBytes("<iati-activities version=\"2.03\"><iati-activity><iati-identifier>A</iati-identifier>") },
        { "bomb.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><iati-activities version=\"2.03\"><iati-activity><title>&b;</title></iati-activity></iati-activities>") },
        { "outside.xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><iati-activities version=\"2.03\"><iati-activity><iati-identifier>&a;</iati-identifier></iati-activity></iati-activities>") },
        { "page.html", Encoding.UTF8.GetBytes("<html><body><table><tr><td>Reference</td></tr></table></body></html>") },
        { "wide.csv", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 200_000).Select(number => $"c{number}")) + "\n") },
        { "cut.zip", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0, 1, 2, 3] },
        { "paper.pdf", "%PDF-1.7 no projects"u8.ToArray() },
        { "header.csv", Encoding.UTF8.GetBytes(SampleFiles.Header) },
        { "prose.csv", "There is nothing here that looks like a table.\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_gets_a_receipt_that_says_what_is_wrong_and_changes_nothing(string name, byte[] content)
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/{name}", content);
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal("refused", receipt.Text("state"));
        Assert.Equal((0, 0, 0, 0, 0), receipt.Counts());
        Assert.Contains(receipt.GetProperty("problems").EnumerateArray(), problem => problem.Text("severity") == "fatal" && problem.Text("message").Length > 10);
        Assert.DoesNotContain(receipt.GetProperty("problems").EnumerateArray(), problem => problem.Text("rule") == "system.fault");
    }

    [Theory]
    [InlineData("a..%2F..%2Fb.csv")]
    [InlineData("con\u0007trol.csv")]
    [InlineData("quote'\"<b>.csv")]
    public async Task A_strange_name_is_only_a_name(string name)
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var receipt = await app.SendAsync(client, Uri.EscapeDataString(name), SampleFiles.Csv(1));
        Assert.Equal((1, 0, 0, 0, 0), receipt.Counts());
    }

    [Fact]
    public async Task References_of_any_letters_are_references()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/odd.csv", SampleFiles.Header + SampleFiles.Row("A/B\\C#D?E", "Odd") + SampleFiles.Row("Проект №1", "Cyrillic") + SampleFiles.Row(new string('x', 256), "Long") + SampleFiles.Row(new string('y', 300), "Too long"));
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((3, 0, 0, 1, 0), receipt.Counts());
    }

    [Fact]
    public async Task More_problems_than_a_receipt_lists_are_all_counted()
    {
        var partner = await app.NewPartnerAsync();
        var rows = new StringBuilder(SampleFiles.Header);
        for (var at = 0; at < 300; at++) rows.Append(SampleFiles.Row($"P-{at}", ""));
        await app.DropAsync($"{partner}/many.csv", rows.ToString());
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((0, 0, 0, 300, 0), receipt.Counts());
        Assert.Equal(200, receipt.GetProperty("problems").GetArrayLength());
        Assert.Contains("There are 300 errors; the first 200 are listed, all are counted.", receipt.Text("sentence"), StringComparison.Ordinal);
        Assert.Contains(receipt.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("count").GetInt32() == 300 && rule.GetProperty("listed").GetInt32() == 200);
    }
}
