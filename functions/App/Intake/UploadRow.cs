using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>How an upload is written into table <c>Uploads</c>: a row under its id, which is the truth.</summary>
internal static class UploadRow
{
    public const string Name = "upload";

    public static TableEntity Of(UploadEntry entry) => new(entry.Upload.Id, Name)
    {
        ["Upload"] = JsonSerializer.Serialize(entry.Upload, ContractJson.Options),
        ["Receipt"] = JsonSerializer.Serialize(entry.Receipt, ContractJson.Options),
        ["Pages"] = JsonSerializer.SerializeToUtf8Bytes(entry.Pages, ContractJson.Options),
        ["Busy"] = entry.Busy,
    };

    public static UploadEntry From(TableEntity row) => new(
        JsonSerializer.Deserialize<Upload>(row.GetString("Upload"), ContractJson.Options)!,
        JsonSerializer.Deserialize<Receipt>(row.GetString("Receipt"), ContractJson.Options)!,
        JsonSerializer.Deserialize<ImmutableArray<long>>(row.GetBinary("Pages"), ContractJson.Options),
        row.GetBoolean("Busy") ?? false);
}
