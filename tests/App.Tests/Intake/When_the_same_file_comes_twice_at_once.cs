namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_the_same_file_comes_twice_at_once(RunningApp app)
{
    [Fact]
    public async Task Each_project_is_added_once_and_the_receipts_say_who_added_it()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var file = SampleFiles.Csv(40);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => app.SendAsync(client, $"copy-{number}.csv", file)));
        Assert.All(receipts, receipt => Assert.Equal("done", receipt.Text("state")));
        Assert.All(receipts, receipt => Assert.Equal(0, receipt.Counts().Updated + receipt.Counts().Rejected + receipt.Counts().Withdrawn));
        Assert.Equal(40, receipts.Sum(receipt => receipt.Counts().Created));
        Assert.Equal(120, receipts.Sum(receipt => receipt.Counts().Unchanged));
        for (var number = 1; number <= 40; number++) Assert.Equal(1, (await app.ProjectAsync(partner, $"P-{number}"))?.Version);
    }

    [Fact]
    public async Task It_makes_no_new_version_where_all_of_it_stands_already()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var file = SampleFiles.Csv(5);
        await app.SendAsync(client, "first.csv", file);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => app.SendAsync(client, $"again-{number}.csv", file)));
        Assert.All(receipts, receipt => Assert.Equal((0, 0, 5, 0, 0), receipt.Counts()));
        Assert.All(receipts, receipt => Assert.Contains("changed nothing", receipt.Text("sentence"), StringComparison.Ordinal));
        Assert.Equal(1, (await app.ProjectAsync(partner, "P-5"))?.Version);
    }

    [Fact]
    public async Task Through_different_doors_it_is_the_same()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var sent = app.SendAsync(client, "sent.csv", SampleFiles.Csv(10));
        await app.DropAsync($"{partner}/dropped.csv", SampleFiles.Csv(10));
        var list = await client.GetJsonAsync("api/uploads");
        await sent;
        foreach (var item in list.GetProperty("items").EnumerateArray()) await app.ReceiptAsync(item.Text("upload"));
        list = await client.GetJsonAsync("api/uploads");
        var receipts = await Task.WhenAll(list.GetProperty("items").EnumerateArray().Select(item => app.ReceiptAsync(item.Text("upload"))));
        Assert.Equal(2, receipts.Length);
        Assert.Equal((10, 10), (receipts.Sum(receipt => receipt.Counts().Created), receipts.Sum(receipt => receipt.Counts().Unchanged)));
    }
}
