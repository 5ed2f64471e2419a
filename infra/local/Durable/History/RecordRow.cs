using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ParisPact.Local.Durable.History;

/// <summary>An instance's record as a row.</summary>
internal static class RecordRow
{
    public const string CommitId = "CommitId";

    /// <summary>Columns that a list without payloads needs.</summary>
    public static readonly string[] WithoutPayloads =
    [
        "PartitionKey", "RowKey", nameof(InstanceRecord.InstanceId), nameof(InstanceRecord.Name), nameof(InstanceRecord.ExecutionId), nameof(InstanceRecord.Generation),
        nameof(InstanceRecord.Chunks), nameof(InstanceRecord.Status), nameof(InstanceRecord.CreatedAt), nameof(InstanceRecord.LastUpdatedAt), nameof(InstanceRecord.StartAt),
        nameof(InstanceRecord.Version), nameof(InstanceRecord.Tags), nameof(InstanceRecord.Parent), "ParentId", "Live",
    ];

    public static async Task<TableEntity> WriteAsync(InstanceRecord record, string commitId, PayloadBlobs blobs, CancellationToken cancellation)
    {
        var partition = StorageKeys.Partition(record.InstanceId);
        var folder = PayloadBlobs.Folder(partition, record.Generation);
        return new(partition, StorageKeys.Record)
        {
            [nameof(record.InstanceId)] = record.InstanceId,
            [nameof(record.Name)] = record.Name,
            [nameof(record.ExecutionId)] = record.ExecutionId,
            [nameof(record.Generation)] = record.Generation,
            [nameof(record.Chunks)] = record.Chunks,
            [nameof(record.Status)] = record.Status.ToString(),
            [nameof(record.CreatedAt)] = record.CreatedAt,
            [nameof(record.LastUpdatedAt)] = record.LastUpdatedAt,
            [nameof(record.StartAt)] = record.StartAt,
            [nameof(record.Version)] = record.Version,
            [nameof(record.Tags)] = record.Tags is null ? null : await blobs.PutAsync(folder, JsonSerializer.Serialize(record.Tags), cancellation),
            [nameof(record.Parent)] = record.Parent is null ? null : JsonSerializer.Serialize(record.Parent),
            ["ParentId"] = record.Parent?.InstanceId,
            [nameof(record.Input)] = await blobs.PutAsync(folder, record.Input, cancellation),
            [nameof(record.Output)] = await blobs.PutAsync(folder, record.Output, cancellation),
            [nameof(record.CustomStatus)] = await blobs.PutAsync(folder, record.CustomStatus, cancellation),
            [nameof(record.Failure)] = record.Failure is null ? null : await blobs.PutAsync(folder, JsonSerializer.Serialize(record.Failure), cancellation),
            [nameof(record.Outbox)] = record.Outbox.Count == 0 ? null : await blobs.PutAsync(folder, HistoryText.WriteOutbox(record.Outbox), cancellation),
            ["Live"] = record.IsLive,
            [CommitId] = commitId,
        };
    }

    public static async Task<InstanceRecord> ReadAsync(TableEntity row, PayloadBlobs blobs, bool payloads, CancellationToken cancellation)
    {
        return new()
        {
            InstanceId = row.GetString(nameof(InstanceRecord.InstanceId)),
            Name = row.GetString(nameof(InstanceRecord.Name)),
            ExecutionId = row.GetString(nameof(InstanceRecord.ExecutionId)),
            Generation = row.GetInt32(nameof(InstanceRecord.Generation)) ?? 0,
            Chunks = row.GetInt32(nameof(InstanceRecord.Chunks)) ?? 0,
            Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(nameof(InstanceRecord.Status))),
            CreatedAt = row.GetDateTimeOffset(nameof(InstanceRecord.CreatedAt)) ?? default,
            LastUpdatedAt = row.GetDateTimeOffset(nameof(InstanceRecord.LastUpdatedAt)) ?? default,
            StartAt = row.GetDateTimeOffset(nameof(InstanceRecord.StartAt)),
            Version = row.GetString(nameof(InstanceRecord.Version)) ?? "",
            Tags = await JsonAsync<Dictionary<string, string>>(nameof(InstanceRecord.Tags)),
            Parent = await JsonAsync<ParentLink>(nameof(InstanceRecord.Parent)),
            Input = await PayloadAsync(nameof(InstanceRecord.Input)),
            Output = await PayloadAsync(nameof(InstanceRecord.Output)),
            CustomStatus = await PayloadAsync(nameof(InstanceRecord.CustomStatus)),
            Failure = payloads ? await JsonAsync<TaskFailureDetails>(nameof(InstanceRecord.Failure)) : null,
            Outbox = payloads ? HistoryText.ReadOutbox(await PayloadAsync(nameof(InstanceRecord.Outbox))) : [],
            Revision = row.ETag,
        };

        async Task<string?> PayloadAsync(string column) => payloads ? await blobs.GetAsync(row.GetString(column), cancellation) : null;

        async Task<T?> JsonAsync<T>(string column)
            where T : class => await blobs.GetAsync(row.GetString(column), cancellation) is { } json ? JsonSerializer.Deserialize<T>(json) : null;
    }
}
