using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>An event of a pair as a row of table <c>Verdicts</c>: <c>Kind</c>, and the event itself as JSON.</summary>
internal static class VerdictRow
{
    public static void Fill(TableEntity row, PairEvent happened)
    {
        row["Kind"] = happened.GetType().Name;
        row["Pair"] = happened.Pair;
        row["Event"] = JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), ContractJson.Options);
    }

    public static PairEvent Read(TableEntity row) => row.GetString("Kind") switch
    {
        nameof(PairEvent.Decided) => Read<PairEvent.Decided>(row),
        nameof(PairEvent.Assigned) => Read<PairEvent.Assigned>(row),
        nameof(PairEvent.Moved) => Read<PairEvent.Moved>(row),
        var other => throw new InvalidOperationException($"Nothing called '{other}' happens to a pair."),
    };

    private static T Read<T>(TableEntity row)
        where T : PairEvent => JsonSerializer.Deserialize<T>(row.GetBinary("Event"), ContractJson.Options)!;
}
