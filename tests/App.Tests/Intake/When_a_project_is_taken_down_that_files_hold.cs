using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_project_is_taken_down_that_files_hold(RunningApp app)
{
    private const string Reference = "SECRET-4711";
    private const string Title = "Nobody may read this title";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_it_stays_in_any_table_or_blob()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row(Reference, Title) + SampleFiles.Row("P-2", "Other"));
        await app.DropAsync($"{partner}/again.csv", SampleFiles.Header + SampleFiles.Row(Reference, Title));
        await app.DropAsync($"{partner}/wrong.csv", SampleFiles.Header + SampleFiles.Row(Reference, ""));
        // Stops being XML in the middle: refused as a whole.
        await app.DropAsync($"{partner}/broken.xml", $"<iati-activities version=\"2.03\"><iati-activity><iati-identifier>{Reference}</iati-identifier><title><narrative>{Title}</narrative>");
        await app.DropAsync($"{partner}/unknown.csv", $"Something else,Another thing\n{Reference},{Title}\n");
        Assert.NotEmpty(await app.HoldersAsync(Title));
        await TakeDownAsync(partner, Reference);
        Assert.Empty(await app.HoldersAsync(Title));
        Assert.Empty(await app.HoldersAsync(Reference));
    }

    [Fact]
    public async Task Files_that_do_not_hold_it_stay_whatever_became_of_them()
    {
        var partner = await app.NewPartnerAsync();
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row("P-1", "One"));
        await app.DropAsync($"{partner}/other.csv", SampleFiles.Header + SampleFiles.Row("P-10", "Ten"));
        await app.DropAsync($"{partner}/broken.xml", "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>P-11</iati-identifier>");
        await app.DropAsync($"{partner}/paper.pdf", "%PDF-1.7 no projects"u8.ToArray());
        // The file that brought the project is replaced: what lies there now is not concerned.
        await app.DropAsync($"{partner}/a.csv", SampleFiles.Header + SampleFiles.Row("P-3", "Three"));
        var state = await TakeDownAsync(partner, "P-1");
        Assert.Equal(["a.csv", "broken.xml", "other.csv", "paper.pdf"], await FilesAsync(partner));
        Assert.Single(state.GetProperty("unsearchable").EnumerateArray());
    }

    private async Task<JsonElement> TakeDownAsync(PartnerId partner, string reference)
    {
        using var secretariat = app.Secretariat;
        var address = $"api/projects/{partner}/{ProjectReference.From(reference)!.Id}/takedown";
        using var answer = await secretariat.PostAsync($"{address}?reason=Safety", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        JsonElement fact = default;
        await RunningApp.UntilAsync(
            async () =>
            {
                using var state = await secretariat.GetAsync(address, Stop);
                if (state.StatusCode != HttpStatusCode.OK) return false;
                fact = await state.Content.ReadFromJsonAsync<JsonElement>(Stop);
                return true;
            },
            "the project is taken down");
        return fact;
    }

    private async Task<string[]> FilesAsync(PartnerId partner)
    {
        var files = new List<string>();
        var uploads = await app.Get<Storage>().ContainerAsync("uploads");
        await foreach (var blob in uploads.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{partner}/", Stop)) files.Add(blob.Name[(partner.Value.Length + 1)..]);
        return [.. files.Order(StringComparer.Ordinal)];
    }
}

/// <summary>Looks for text in everything that is stored, packed or not.</summary>
internal static class Holders
{
    public static async Task<IReadOnlyList<string>> HoldersAsync(this RunningApp app, string text)
    {
        var found = new List<string>();
        var storage = app.Get<Storage>();
        await foreach (var table in storage.Tables.QueryAsync(cancellationToken: TestContext.Current.CancellationToken))
            await foreach (var row in storage.Tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                if (row.Keys.Any(name => Holds(row[name], text))) found.Add($"{table.Name}: {row.PartitionKey} {row.RowKey}");
        await foreach (var container in storage.Blobs.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var client = storage.Blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
                if (Holds((await client.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToArray(), text)) found.Add($"{container.Name}: {blob.Name}");
        }

        return found;
    }

    private static bool Holds(object? value, string text) => value switch
    {
        string words => words.Contains(text, StringComparison.OrdinalIgnoreCase),
        byte[] bytes => InBytes(bytes, text) || Unpacked(bytes).Any(plain => InBytes(plain, text)),
        _ => false,
    };

    private static bool InBytes(byte[] bytes, string text) =>
        Encoding.Latin1.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase) || Encoding.Unicode.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<byte[]> Unpacked(byte[] bytes)
    {
        // With a byte and a length before it, as a project lies in a row; with any short head.
        foreach (var start in (int[])[0, 1, 4, 5, 8])
        {
            if (bytes.Length <= start) yield break;
            if (Plain(stream => new GZipStream(stream, CompressionMode.Decompress), bytes[start..]) is { } zipped) yield return zipped;
            if (Plain(stream => new BrotliStream(stream, CompressionMode.Decompress), bytes[start..]) is { } brotli) yield return brotli;
            if (Plain(stream => new DeflateStream(stream, CompressionMode.Decompress), bytes[start..]) is { } deflated) yield return deflated;
        }
    }

    private static byte[]? Plain(Func<Stream, Stream> unpack, byte[] bytes)
    {
        using var plain = new MemoryStream();
        try
        {
            using var stream = unpack(new MemoryStream(bytes));
            stream.CopyTo(plain);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            // What could be unpacked until then counts.
        }

        return plain.Length == 0 ? null : plain.ToArray();
    }
}
