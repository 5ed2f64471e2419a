using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Mail;

/// <summary>Where mails wait: rows in table <c>Outbox</c>, see <see cref="OutboxRow"/>; contents in container <c>mail</c>.</summary>
internal sealed class OutboxStore(Storage storage)
{
    public const string Table = "Outbox";

    private const string Container = "mail";

    private Task<TableClient> RowsAsync() => storage.TableAsync(Table);

    public async Task<BlobClient> ContentAsync(string blob) => (await storage.ContainerAsync(Container)).GetBlobClient(blob);

    /// <summary>Enters a mail; false where its key is there already.</summary>
    public async Task<bool> AddAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            await (await RowsAsync()).AddEntityAsync(OutboxRow.OfOpen(mail), cancellation);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Perhaps by this very request, whose answer was lost and which the client sent again.
            return await FindOpenAsync(mail.Id, cancellation) is { } found && found.Blob == mail.Blob;
        }
    }

    /// <summary>A mail that is not sent; null where there is none.</summary>
    public async Task<StoredMail?> FindOpenAsync(string id, CancellationToken cancellation)
    {
        var row = await (await RowsAsync()).GetEntityIfExistsAsync<TableEntity>(OutboxRow.Open, id, cancellationToken: cancellation);
        return row.HasValue ? OutboxRow.From(row.Value!) : null;
    }

    /// <summary>Whether a mail of this id is done with, and when it was sent.</summary>
    public async Task<(bool IsDone, DateTimeOffset? SentAt)> FindDoneAsync(string id, CancellationToken cancellation)
    {
        var row = await (await RowsAsync()).GetEntityIfExistsAsync<TableEntity>(OutboxRow.DonePartition(id), id, cancellationToken: cancellation);
        return (row.HasValue, row.HasValue ? row.Value!.GetDateTimeOffset(OutboxRow.SentAt) : null);
    }

    /// <summary>Some of the mails that are to be tried by now, the longest due first.</summary>
    public async Task<IReadOnlyList<StoredMail>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var (open, waiting) = (OutboxRow.Open, nameof(MailState.Waiting));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {open} and State eq {waiting} and Due le {now}");
        var due = new List<StoredMail>();
        await foreach (var row in (await RowsAsync()).QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            due.Add(OutboxRow.From(row));
            if (due.Count == most) break;
        }

        return [.. due.OrderBy(mail => mail.Due)];
    }

    /// <summary>Every mail that is not sent.</summary>
    public async Task<IReadOnlyList<StoredMail>> OpenAsync(CancellationToken cancellation)
    {
        var open = new List<StoredMail>();
        await foreach (var row in (await RowsAsync()).QueryAsync<TableEntity>(row => row.PartitionKey == OutboxRow.Open, cancellationToken: cancellation)) open.Add(OutboxRow.From(row));
        return open;
    }

    /// <summary>Of every mail that is not sent, its state and since when it has been waiting: little, since a monitor asks often.</summary>
    public async Task<IReadOnlyList<(MailState State, DateTimeOffset Since)>> StatesAsync(CancellationToken cancellation)
    {
        var states = new List<(MailState, DateTimeOffset)>();
        await foreach (var row in (await RowsAsync()).QueryAsync<TableEntity>(row => row.PartitionKey == OutboxRow.Open, null, [OutboxRow.State, OutboxRow.Since], cancellation))
            states.Add((Enum.Parse<MailState>(row.GetString(OutboxRow.State)), row.GetDateTimeOffset(OutboxRow.Since)!.Value));
        return states;
    }

    /// <summary>Whether the list of what was sent may have given a cursor.</summary>
    public static bool IsCursor(string after) => after.Split('|') is [var partition, _] && partition.StartsWith(OutboxRow.ListsFrom, StringComparison.Ordinal);

    /// <summary>What was sent, newest first.</summary>
    /// <param name="after">Where the page before ended: what this gave with it, see <see cref="IsCursor"/>.</param>
    public async Task<(IReadOnlyList<StoredMail> Mails, string? Next)> SentAsync(int limit, string? after, CancellationToken cancellation)
    {
        var (from, until) = (OutboxRow.ListsFrom, OutboxRow.ListsUntil);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until}");
        if (after?.Split('|') is [var partition, var row])
            filter = TableClient.CreateQueryFilter($"PartitionKey ge {partition} and PartitionKey lt {until} and (PartitionKey gt {partition} or RowKey gt {row})");
        var found = new List<TableEntity>();
        await foreach (var entity in (await RowsAsync()).QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellation))
        {
            found.Add(entity);
            if (found.Count > limit) break;
        }

        var page = found.Take(limit).ToList();
        return ([.. page.Select(OutboxRow.From)], found.Count > limit ? $"{page[^1].PartitionKey}|{page[^1].RowKey}" : null);
    }

    /// <summary>Writes an open mail if it stands as it was read; null where somebody else was quicker.</summary>
    public async Task<StoredMail?> WriteAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            var answer = await (await RowsAsync()).UpdateEntityAsync(OutboxRow.OfOpen(mail), mail.ETag, TableUpdateMode.Replace, cancellation);
            return mail with { ETag = answer.Headers.ETag ?? default };
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 412)
        {
            // The client sends a request again whose answer was lost, and then meets its own writing.
            return await FindOpenAsync(mail.Id, cancellation) is { } now && now with { ETag = default } is var read && IsSame(read, mail) ? now : null;
        }
    }

    /// <summary>
    /// Notes that a mail is sent. The note comes first, in one write, so that the time in which a crash would have the mail sent again is
    /// as short as it can be; whoever finds the mail still open finds the note as well, and finishes.
    /// </summary>
    public async Task FinishAsync(StoredMail mail, CancellationToken cancellation)
    {
        var rows = await RowsAsync();
        try
        {
            await rows.AddEntityAsync(OutboxRow.OfDone(mail.Id, mail.SentAt), cancellation);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Noted before. The list goes by the first note, so that it names each mail once.
            mail = mail with { SentAt = (await FindDoneAsync(mail.Id, cancellation)).SentAt ?? mail.SentAt };
        }

        await rows.UpsertEntityAsync(OutboxRow.OfSent(mail), TableUpdateMode.Replace, cancellation);
        await rows.DeleteEntityAsync(OutboxRow.Open, mail.Id, ETag.All, cancellation);
    }

    /// <summary>Forgets what was sent, and what had failed, before a time. That there was a mail of its key stays known.</summary>
    public async Task PurgeAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var rows = await RowsAsync();
        var (from, until, end) = (OutboxRow.Month(before), OutboxRow.ListsUntil, OutboxRow.Countdown(before));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until} and RowKey gt {end}");
        await foreach (var row in rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            await (await ContentAsync(OutboxRow.From(row).Blob)).DeleteIfExistsAsync(cancellationToken: cancellation);
            await rows.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }

        foreach (var failed in (await OpenAsync(cancellation)).Where(mail => mail.State == MailState.Failed && mail.WaitingSince < before))
        {
            // Taken from under a retry by hand, it would be sent without content: on the condition that it stands as it was read.
            try
            {
                await rows.DeleteEntityAsync(OutboxRow.Open, failed.Id, failed.ETag, cancellation);
            }
            catch (RequestFailedException raced) when (raced.Status == 412)
            {
                continue;
            }

            await rows.UpsertEntityAsync(OutboxRow.OfDone(failed.Id, null), TableUpdateMode.Replace, cancellation);
            await (await ContentAsync(failed.Blob)).DeleteIfExistsAsync(cancellationToken: cancellation);
        }

        await PurgeStraysAsync(before, cancellation);
    }

    /// <summary>Contents that a crash left without a row.</summary>
    private async Task PurgeStraysAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var container = await storage.ContainerAsync(Container);
        HashSet<string>? open = null;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            if (blob.Properties.LastModified >= before) continue;
            open ??= [.. (await OpenAsync(cancellation)).Select(mail => mail.Blob)];
            if (!open.Contains(blob.Name)) await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }

    /// <summary>Records with arrays do not compare by content, and rows do.</summary>
    private static bool IsSame(StoredMail one, StoredMail other) =>
        OutboxRow.Bytes(one).AsSpan().SequenceEqual(OutboxRow.Bytes(other));
}
