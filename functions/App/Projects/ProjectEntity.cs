using System.Globalization;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>How a <see cref="ProjectRow"/> is written into a table.</summary>
internal static class ProjectEntity
{
    private const int VersionsInPartition = 4;

    /// <summary>What a decision needs of a row before its content is looked at.</summary>
    public static readonly string[] HeadColumns =
        ["PartitionKey", "RowKey", "Kind", "Version", "Withdrawn", "ChangedAt", "FileTime", "Upload", "Reverts", "Hash", "Former", "LeadsTo", "Move", "Fact", "Restores", "RestoredUpload"];

    public static TableEntity Of(ProjectRow row) => Fill(new TableEntity(row.Key.Partition, row.Key.Row), row);

    public static TableEntity VersionOf(ProjectRow row) =>
        Fill(new TableEntity(VersionPartition(row.Key, row.Version), VersionRow(row.Key, row.Version)), row with { Move = null });

    public static string VersionPartition(ProjectKey key, int version) => VersionPartition(key.Partition, version / VersionsInPartition);

    public static string VersionPartition(string partition, int group) => string.Create(CultureInfo.InvariantCulture, $"{partition}-{group}");

    public static int VersionGroup(int version) => version / VersionsInPartition;

    public static string VersionRow(ProjectKey key, int version) => string.Create(CultureInfo.InvariantCulture, $"{key.Row}-{version:0000000}");

    public static ProjectRow From(TableEntity entity) => Read(entity, new ProjectKey(entity.PartitionKey, entity.RowKey));

    /// <summary>Reads an entity of table <c>Versions</c> back under the key of its project.</summary>
    public static ProjectRow FromVersion(TableEntity entity) => Read(entity, new ProjectKey(
        entity.PartitionKey[..entity.PartitionKey.LastIndexOf('-')],
        entity.RowKey[..ProjectKey.RowLength]));

    private static TableEntity Fill(TableEntity entity, ProjectRow row)
    {
        // Only what is there is written: each property costs its name in every row and in every request.
        entity["Version"] = row.Version;
        entity["CreatedAt"] = row.CreatedAt;
        entity["ChangedAt"] = row.Origin.At;
        entity["By"] = row.Origin.By;
        if (row.Kind != RowKind.Project) entity["Kind"] = (int)row.Kind;
        if (row.Withdrawn) entity["Withdrawn"] = true;
        if (row.Origin.FileTime != row.Origin.At) entity["FileTime"] = row.Origin.FileTime;
        if (row.Origin.OnBehalf) entity["OnBehalf"] = true;
        if (row.Line is { } line) entity["Line"] = line;
        if (row.Hash.Length > 0) entity["Hash"] = row.Hash;
        Text("Upload", row.Origin.Upload);
        Text("Reason", row.Origin.Reason);
        Text("Reverts", row.Origin.Reverts);
        Text("Sheet", row.Sheet);
        Text("Blob", row.Blob);
        Text("Former", FormerKey.TextOf(row.Former));
        Text("LeadsTo", row.LeadsTo is { } key ? $"{key.Partition} {key.Row}" : null);
        Text("Move", ProjectMove.TextOf(row.Move));
        Text("Fact", row.Fact);
        if (row.Restores > 0) entity["Restores"] = row.Restores;
        Text("RestoredUpload", row.RestoredUpload);
        TableBytes.Put(entity, "Content", row.Payload);
        TableBytes.Put(entity, "Changes", row.Changes);
        return entity;

        void Text(string name, string? value)
        {
            if (value is not null) entity[name] = value;
        }
    }

    private static ProjectRow Read(TableEntity entity, ProjectKey key)
    {
        var at = entity.GetDateTimeOffset("ChangedAt") ?? default;
        return new ProjectRow
        {
            Key = key,
            Kind = (RowKind)(entity.GetInt32("Kind") ?? 0),
            Version = entity.GetInt32("Version") ?? 0,
            Withdrawn = entity.GetBoolean("Withdrawn") ?? false,
            CreatedAt = entity.GetDateTimeOffset("CreatedAt") ?? default,
            Origin = new ChangeOrigin(
                entity.GetString("Upload"),
                entity.GetString("By") ?? "",
                entity.GetBoolean("OnBehalf") ?? false,
                at,
                entity.GetDateTimeOffset("FileTime") ?? at,
                entity.GetString("Reason"),
                entity.GetString("Reverts")),
            Sheet = entity.GetString("Sheet"),
            Line = entity.GetInt32("Line"),
            Hash = entity.GetBinary("Hash") ?? [],
            Payload = TableBytes.Get(entity, "Content"),
            Blob = entity.GetString("Blob"),
            Changes = TableBytes.Get(entity, "Changes"),
            Former = FormerKey.From(entity.GetString("Former")),
            LeadsTo = entity.GetString("LeadsTo")?.Split(' ') is [var partition, var row] ? new ProjectKey(partition, row) : null,
            Move = ProjectMove.From(entity.GetString("Move")),
            Fact = entity.GetString("Fact"),
            Restores = entity.GetInt32("Restores") ?? 0,
            RestoredUpload = entity.GetString("RestoredUpload"),
            Tag = entity.ETag,
        };
    }
}
