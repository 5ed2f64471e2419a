namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_file_says_it_is_complete(RunningApp app)
{
    [Fact]
    public async Task What_it_leaves_out_is_withdrawn_and_keeps_its_history()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "all.csv", SampleFiles.Csv(5));
        var receipt = await app.SendAsync(client, "all.csv", SampleFiles.Csv(4), "&mode=complete");
        Assert.Equal((0, 0, 4, 0, 1), receipt.Counts());
        Assert.StartsWith("From all.csv, 1 project was withdrawn because the file says that it is complete and leaves it out", receipt.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal("P-5 withdrawn ", receipt.Records()[^1]);
        Assert.True((await app.ProjectAsync(partner, "P-5"))?.Withdrawn);
    }

    [Fact]
    public async Task A_trial_says_what_would_happen_and_changes_nothing()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "all.csv", SampleFiles.Csv(3));
        var trial = await app.SendAsync(client, "all.csv", SampleFiles.Csv(1, "Changed"), "&mode=complete&dryRun=true");
        Assert.Equal((0, 1, 0, 0, 2), trial.Counts());
        Assert.StartsWith("This was a trial: nothing was changed.", trial.Text("sentence"), StringComparison.Ordinal);
        Assert.False((await app.ProjectAsync(partner, "P-3"))?.Withdrawn);
        Assert.Equal("Sample project 1", (await app.ProjectAsync(partner, "P-1"))?.Project.Title);
    }

    [Fact]
    public async Task More_than_half_is_withdrawn_only_with_its_number()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "all.csv", SampleFiles.Csv(4));
        var refused = await app.SendAsync(client, "all.csv", SampleFiles.Csv(1), "&mode=complete");
        Assert.Equal("refused", refused.Text("state"));
        Assert.Contains("would withdraw 3 projects of 4, more than half. If that is meant, send it again with confirm=3.", refused.Text("sentence"), StringComparison.Ordinal);
        Assert.False((await app.ProjectAsync(partner, "P-4"))?.Withdrawn);
        var done = await app.SendAsync(client, "all.csv", SampleFiles.Csv(1), "&mode=complete&confirm=3");
        Assert.Equal((0, 0, 1, 0, 3), done.Counts());
    }

    [Fact]
    public async Task A_record_that_it_holds_but_that_is_refused_is_not_withdrawn()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "all.csv", SampleFiles.Csv(3));
        var receipt = await app.SendAsync(client, "all.csv", SampleFiles.Csv(2) + SampleFiles.Row("P-3", ""), "&mode=complete");
        Assert.Equal((0, 0, 2, 1, 0), receipt.Counts());
        Assert.False((await app.ProjectAsync(partner, "P-3"))?.Withdrawn);
    }

    [Fact]
    public async Task One_without_projects_is_refused_and_withdraws_nothing()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await app.SendAsync(client, "all.csv", SampleFiles.Csv(2));
        var receipt = await app.SendAsync(client, "all.csv", SampleFiles.Header, "&mode=complete&confirm=2");
        Assert.Equal("refused", receipt.Text("state"));
        Assert.False((await app.ProjectAsync(partner, "P-1"))?.Withdrawn);
    }
}
