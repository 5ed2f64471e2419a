using System.Text;
using Azure.Data.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects.Lookup;

public sealed class When_an_instance_starts(AzuriteServer azurite)
{
    [Fact]
    public async Task It_goes_on_from_the_snapshot_and_the_log()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A", "First"), Project("B", "Second"));
        await new TestLookup(register).Lookup.SaveAsync(Stop);
        await register.MergeAsync(Upload("u2", 2), Project("B", "Second again"), Project("C", "Third"));
        Assert.Equal(["First", "Second again", "Third"], (await new TestLookup(register).TitlesAsync("")).Order());
    }

    [Fact]
    public async Task A_rebuild_changes_nothing_whatever_came_before_it()
    {
        var register = new TestRegister(azurite);
        var lookup = new TestLookup(register);
        for (var i = 1; i <= 6; i++)
        {
            await register.MergeAsync(Upload($"u{i}", i), [.. Enumerable.Range(i, 5 * i).Select(number => Samples.Whole($"P{number}") with { Titles = [new Narrative($"Round {i}")] })]);
            await lookup.Lookup.CurrentAsync(Stop);
        }

        await register.Register.WithdrawAsync(Partner, Reference("P7"), Hand(8), null, Stop);
        await register.Register.RenameAsync(Partner, Reference("P8"), Reference("P8-NEW"), Hand(9), null, Stop);
        var before = TestLookup.Bytes(await lookup.Lookup.CurrentAsync(Stop));
        Assert.Equal(35, await lookup.Lookup.RebuildAsync(Stop));
        Assert.Equal(before, TestLookup.Bytes(await lookup.Lookup.CurrentAsync(Stop)));
    }

    [Fact]
    public async Task What_was_taken_down_is_neither_in_memory_nor_in_the_snapshot()
    {
        var register = new TestRegister(azurite);
        var lookup = new TestLookup(register);
        await register.MergeAsync(Upload("u1", 1), Project("KEEP"), Project("SECRETMARK", "SECRETMARK title") with { Organisations = [new(OrganisationRole.Funding, new OrganisationName("SECRETMARK fund"))] });
        await lookup.Lookup.SaveAsync(Stop);
        await register.Register.TakeDownAsync(Partner, Reference("SECRETMARK"), "secretariat", Start.AddHours(2), null, Stop);
        Assert.DoesNotContain("SECRETMARK", Encoding.UTF8.GetString(TestLookup.Bytes(await lookup.Lookup.CurrentAsync(Stop))), StringComparison.OrdinalIgnoreCase);
        var blob = register.Blobs.GetBlobContainerClient(register.Names.Container("projections")).GetBlobClient("projects.bin");
        Assert.DoesNotContain("SECRETMARK", Encoding.UTF8.GetString((await blob.DownloadContentAsync(Stop)).Value.Content), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(400, (await lookup.ListAsync("donor=SECRETMARK%20fund")).Status);
        Assert.Equal(410, (await lookup.ShowAsync("SECRETMARK")).Status);
    }

    [Fact]
    public async Task An_older_snapshot_never_takes_the_place_of_a_newer_one()
    {
        var register = new TestRegister(azurite);
        var (one, other) = (new TestLookup(register), new TestLookup(register));
        await register.MergeAsync(Upload("u1", 1), Project("A"));
        var old = (await one.Lookup.CurrentAsync(Stop)).Compact();
        await register.MergeAsync(Upload("u2", 2), Project("B"));
        await other.Lookup.SaveAsync(Stop);
        await one.Snapshots.SaveAsync(old, mustReplace: true, Stop);
        Assert.Equal(2, (await one.Snapshots.LoadAsync(MonthlyRates.Imf, "release", Stop))!.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task After_a_restore_to_an_older_store_a_snapshot_that_is_ahead_of_it_counts_for_nothing(int changesSince)
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A", "Kept"));
        var log = register.Tables.GetTableClient(register.Names.Table("Changes"));
        for (var i = 2; i <= 3; i++) await register.MergeAsync(Upload($"u{i}", i), Project("B", $"Lost {i}"));
        await new TestLookup(register).Lookup.SaveAsync(Stop);

        // The tables as they were before the second change; the snapshot stays.
        var key = ProjectKey.Of(Partner, Reference("B"));
        await register.Tables.GetTableClient(register.Names.Table("Projects")).DeleteEntityAsync(key.Partition, key.Row, cancellationToken: Stop);
        await foreach (var entry in log.QueryAsync<TableEntity>(entry => entry.PartitionKey == "log-0000000000" && entry.RowKey.CompareTo("0000000001") > 0, cancellationToken: Stop))
            await log.DeleteEntityAsync(entry.PartitionKey, entry.RowKey, cancellationToken: Stop);
        var restored = new TestRegister(azurite, register.Names.Prefix);
        for (var i = 1; i <= changesSince; i++) await restored.MergeAsync(Upload($"n{i}", 10 + i), Project("C", $"New {i}"));
        IEnumerable<string> expected = changesSince == 0 ? ["Kept"] : ["Kept", $"New {changesSince}"];
        Assert.Equal(expected, (await new TestLookup(restored).TitlesAsync("")).Order());
        Assert.Equal(1 + changesSince, (await new TestLookup(restored).Snapshots.LoadAsync(MonthlyRates.Imf, "release", Stop))!.Position);
    }

    [Fact]
    public async Task Rates_that_were_added_change_the_sums_of_every_instance()
    {
        var register = new TestRegister(azurite);
        var (one, other) = (new TestLookup(register), new TestLookup(register));
        await register.MergeAsync(Upload("u1", 1), Project("A") with { Money = [new MoneyLine(MoneyKind.Budget, 1_000m, "AFN", new DateOnly(2024, 5, 5))] });
        foreach (var lookup in (TestLookup[])[one, other]) Assert.Equal(0m, (await lookup.FacetsAsync(""))["usd"]!.GetValue<decimal>());
        Assert.Equal(1, await one.Rates.AddAsync([new MonthlyRate(Currency.Parse("AFN"), 2024, 5, 0.014m)], "secretariat", Stop));
        Assert.Equal(14m, (await one.FacetsAsync(""))["usd"]!.GetValue<decimal>());
        register.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(14m, (await other.FacetsAsync(""))["usd"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Many_questions_at_once_get_the_same_right_answer()
    {
        var register = new TestRegister(azurite);
        var lookup = new TestLookup(register);
        await register.MergeAsync(Upload("u1", 1), [.. Enumerable.Range(0, 40).Select(i => Project($"P{i}"))]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => lookup.Lookup.CurrentAsync(Stop)));
        Assert.All(answers, answer => Assert.Equal(40, answer.Count));
    }
}
