using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>What each partner calls its columns: header as written → field of the template. In table <c>Mappings</c>, a row for each partner that has one.</summary>
internal sealed class ColumnMappings(Storage storage)
{
    public const string Table = "Mappings";
    private const string Partition = "mappings";
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(PartnerId partner, CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>(Partition, partner.Value, cancellationToken: cancellation);
        return row.HasValue ? JsonSerializer.Deserialize<Dictionary<string, string>>(row.Value!.GetBinary("Columns"), ContractJson.Options)! : None;
    }

    /// <param name="columns">At most <see cref="MappingFile.MostColumns"/>.</param>
    public async Task PutAsync(PartnerId partner, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation) =>
        await (await storage.TableAsync(Table)).UpsertEntityAsync(
            new TableEntity(Partition, partner.Value) { ["Columns"] = JsonSerializer.SerializeToUtf8Bytes(columns, ContractJson.Options) },
            TableUpdateMode.Replace,
            cancellation);

    public async Task DeleteAsync(PartnerId partner, CancellationToken cancellation) =>
        await (await storage.TableAsync(Table)).DeleteEntityAsync(Partition, partner.Value, cancellationToken: cancellation);
}
