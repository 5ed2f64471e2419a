using System.Text.Json;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_report_is_JSON
{
    private static readonly JsonSerializerOptions Indented = new(ContractJson.Options) { WriteIndented = true };

    [Fact]
    public async Task It_says_what_it_did()
    {
        using var json = JsonDocument.Parse(await BytesAsync(SampleReport.Whole));
        SnapshotFile.Matches(JsonSerializer.Serialize(json, Indented), "report.json");
    }

    [Fact]
    public async Task It_has_every_pair_and_every_group_however_many()
    {
        var report = SampleReport.Of(5_000, at => SampleReport.Numbered(at), groups: 700);
        using var json = JsonDocument.Parse(await BytesAsync(report));
        Assert.Equal(report.Pairs.Select(pair => pair.Id), json.RootElement.GetProperty("pairs").EnumerateArray().Select(pair => pair.GetProperty("pair").GetString()));
        Assert.Equal(700, json.RootElement.GetProperty("groups").GetArrayLength());
        Assert.Equal(5_000, json.RootElement.GetProperty("counts").EnumerateArray().Sum(count => count.GetProperty("pairs").GetInt32()));
    }

    [Fact]
    public async Task It_has_the_members_in_the_order_in_which_one_reads_them()
    {
        using var json = JsonDocument.Parse(await BytesAsync(SampleReport.Empty(1)));
        Assert.Equal(["date", "previous", "sentence", "figures", "counts", "decidedBefore", "groups", "pairs"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-11-24", json.RootElement.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("previous").ValueKind);
    }

    [Fact]
    public async Task It_leaves_as_it_comes()
    {
        var report = SampleReport.Of(2_000, at => SampleReport.Numbered(at));
        using var stream = new Counting();
        await ReportJson.WriteAsync(stream, report, TestContext.Current.CancellationToken);
        Assert.InRange(stream.Largest, 1, 400_000);
        Assert.True(stream.Length > 10 * stream.Largest);
    }

    private static async Task<byte[]> BytesAsync(DuplicateReport report)
    {
        using var stream = new MemoryStream();
        await ReportJson.WriteAsync(stream, report, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private sealed class Counting : MemoryStream
    {
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
